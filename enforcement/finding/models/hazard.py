"""隐患: a danger found somewhere, until it is struck off."""

from django.db import models

from lawgov.casework.models import Case

from ..choices import Grade


class Hazard(models.Model):
    """The detail of a case of kind "hazard"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="hazard", verbose_name="案件"
    )
    type = models.CharField("隐患类别", max_length=20)
    grade = models.CharField("隐患等级", max_length=10, choices=Grade)
    place = models.CharField("地点", max_length=200)
    owner = models.CharField("整改责任单位", max_length=100)
    summary = models.TextField("隐患情况")
    due = models.DateField("整改期限")
    rectified = models.TextField("整改情况", default="", blank=True)
    campaign = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="hazards", verbose_name="专项行动"
    )

    class Meta:
        verbose_name = verbose_name_plural = "隐患"

    def __str__(self) -> str:
        return str(self.case)
