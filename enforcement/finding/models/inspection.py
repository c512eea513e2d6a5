"""行政检查: one round of inspecting objects on a spot, by two officers, with its results."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case

from ..choices import Mode, Outcome
from .plan import PlanItem


class Inspection(models.Model):
    """The detail of a case of kind "inspection"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="inspection", verbose_name="案件"
    )
    theme = models.CharField("检查主题", max_length=20)
    mode = models.CharField("检查方式", max_length=10, choices=Mode)
    object = models.CharField("执法对象", max_length=20)
    target = models.CharField("检查对象名称", max_length=100, default="", blank=True)
    enterprise = models.BooleanField("涉企检查", default=False)
    place = models.CharField("地点", max_length=200)
    plan_item = models.ForeignKey(
        PlanItem, models.PROTECT, null=True, related_name="inspections", verbose_name="计划检查事项"
    )
    campaign = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="inspections", verbose_name="专项行动"
    )
    officers = ArrayField(models.BigIntegerField(), verbose_name="执法人员", default=list)
    checked_on = models.DateField("检查日期", null=True)
    count = models.IntegerField("检查数量", default=0)
    problems = models.IntegerField("发现问题数", default=0)
    repeated = models.BooleanField("再次违法", default=False)
    public_on = models.DateField("结果公布日期", null=True)
    record = models.TextField("现场检查记录", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "行政检查"
        constraints = [
            models.CheckConstraint(
                condition=Q(count__gte=0, problems__gte=0), name="inspection_counts"
            )
        ]

    def __str__(self) -> str:
        return str(self.case)


class Result(models.Model):
    """检查结果: of one item that was looked at."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="results", verbose_name="案件")
    item = models.CharField("检查内容", max_length=100)
    outcome = models.CharField("结果", max_length=10, choices=Outcome)
    note = models.CharField("说明", max_length=200, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "检查结果"

    def __str__(self) -> str:
        return f"{self.item}：{self.get_outcome_display()}"
