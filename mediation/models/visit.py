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
    reason = models.CharField("回访事由", max_length=200, default="", db_default="", blank=True)
    sharpening = models.BooleanField("有新的激化苗头", default=False, db_default=False)
    sued = models.BooleanField("已提起诉讼", default=False, db_default=False)
    measures = models.TextField("采取的措施", default="", db_default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "回访记录"

    def __str__(self) -> str:
        return f"{self.on} {self.get_satisfaction_display()}"
