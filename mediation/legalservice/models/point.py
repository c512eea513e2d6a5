"""ServicePoint (公共法律服务点) with its visits."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case
from mediation.choices import Satisfaction

from ..choices import Helper


class ServicePoint(models.Model):
    """公共法律服务点: the detail of a case of kind "service_point"; a plan until it is opened."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="service_point", verbose_name="案件"
    )
    type = models.CharField("服务点类别", max_length=20)
    address = models.CharField("地点", max_length=200)
    partners = models.CharField("服务力量", max_length=200, default="", blank=True)
    planned_for = models.DateField("计划启用日期", null=True)
    start_on = models.DateField("启用日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "公共法律服务点"

    def __str__(self) -> str:
        return str(self.case)


class PointVisit(models.Model):
    """走访服务记录: a team called on a firm; what was asked for is answered later."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="point_visits", verbose_name="案件")
    on = models.DateField("日期")
    firm = models.CharField("走访企业", max_length=100)
    helpers = ArrayField(models.CharField(max_length=10, choices=Helper), verbose_name="服务团队")
    persons = models.IntegerField("服务人数", default=1)
    service = models.TextField("服务内容")
    needs = models.TextField("法律需求", default="", blank=True)
    feedback = models.TextField("反馈情况", default="", blank=True)
    fed_back_on = models.DateField("反馈日期", null=True)
    satisfaction = models.CharField(
        "企业评价", max_length=10, choices=Satisfaction, default="", blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "走访服务记录"

    def __str__(self) -> str:
        return f"{self.on} {self.firm}"

    @property
    def waits(self) -> bool:
        """What the firm asked for has not been answered yet."""
        return bool(self.needs) and self.fed_back_on is None
