"""CodeReport (扫码上报): what a resident reported, its grade and its reply."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case, Entry

from ..choices import Risk, Satisfaction


class CodeReport(models.Model):
    """The detail of a case of kind "code_report"; who reported stands among its parties."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="code_report", verbose_name="案件"
    )
    code_place = models.ForeignKey(
        Entry, models.PROTECT, related_name="+", verbose_name="二维码点位"
    )
    text = models.TextField("反映的事情")
    where = models.CharField("具体地点", max_length=200, default="", blank=True)
    factors = ArrayField(
        models.CharField(max_length=20), verbose_name="风险因素", default=list, blank=True
    )
    score = models.SmallIntegerField("风险分值", default=0)
    risk = models.CharField("风险等级", max_length=10, choices=Risk, default="", blank=True)
    reply = models.TextField("答复", default="", blank=True)
    replied_on = models.DateField("答复日期", null=True)
    reopened = models.BooleanField("已反映未解决", default=False)
    rating = models.CharField("评价", max_length=10, choices=Satisfaction, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "扫码上报"

    def __str__(self) -> str:
        return str(self.case)
