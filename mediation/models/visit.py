"""Visit (回访记录)."""

from django.db import models

from lawgov.casework.models import Case

from ..choices import (
    Performance,
    Satisfaction,
)


class Visit(models.Model):
    """回访记录."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="visits", verbose_name="案件")
    on = models.DateField("日期")
    performance = models.CharField("履行情况", max_length=10, choices=Performance)
    satisfaction = models.CharField("满意度", max_length=10, choices=Satisfaction)
    situation = models.TextField("回访情况", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "回访记录"

    def __str__(self) -> str:
        return f"{self.on} {self.get_satisfaction_display()}"
