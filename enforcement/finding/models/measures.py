"""What is done about an act short of a penalty, at a lead or after an inspection."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case

from ..choices import Rechecked, Remote, Soft


class SoftMeasure(models.Model):
    """非强制措施, with the day of its re-check and what that found."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="soft_measures", verbose_name="案件"
    )
    kind = models.CharField("措施", max_length=12, choices=Soft)
    on = models.DateField("日期")
    demand = models.TextField("内容和要求")
    recheck_on = models.DateField("复查日期")
    officers = ArrayField(models.BigIntegerField(), verbose_name="执法人员", default=list)
    result = models.CharField("复查结果", max_length=12, choices=Rechecked, default="", blank=True)
    rechecked_on = models.DateField("实际复查日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "非强制措施"

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"


class RemoteCheck(models.Model):
    """非现场检查: a look from afar, without disturbing anybody."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="remote_checks", verbose_name="案件"
    )
    way = models.CharField("方式", max_length=10, choices=Remote)
    on = models.DateField("日期")
    device = models.CharField("设备（数据来源）", max_length=100, default="", blank=True)
    found = models.TextField("核查情况")
    reviewed = models.BooleanField("监控设备已经法制和技术审核、设置地点已公布", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "非现场检查"

    def __str__(self) -> str:
        return f"{self.on} {self.get_way_display()}"
