"""年度检查计划: what may be inspected in a year, by theme, and how often."""

from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case


class InspectionPlan(models.Model):
    """The detail of a case of kind "inspection_plan": one a unit and year."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="inspection_plan", verbose_name="案件"
    )
    plan_year = models.SmallIntegerField("计划年度")
    note = models.TextField("编制说明", default="", blank=True)
    public_on = models.DateField("公布日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "年度检查计划"

    def __str__(self) -> str:
        return str(self.case)


class PlanItem(models.Model):
    """检查事项 of a plan: its basis, its object, how many checks, how many of one object."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="plan_items", verbose_name="案件")
    theme = models.CharField("检查主题", max_length=20)
    item = models.CharField("检查事项", max_length=100)
    basis = models.CharField("检查依据", max_length=200)
    object = models.CharField("执法对象", max_length=20)
    place = models.CharField("检查范围", max_length=200, default="", blank=True)
    planned = models.IntegerField("计划次数")
    cap = models.SmallIntegerField("同一对象年度上限", default=0)  # 0: none is set
    void = models.BooleanField("已撤销", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "计划检查事项"
        constraints = [
            models.CheckConstraint(condition=Q(planned__gte=1), name="plan_item_planned")
        ]

    def __str__(self) -> str:
        return f"{self.item}（{self.planned}次）"
