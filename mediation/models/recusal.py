"""Recusal (回避)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case

from ..choices import RecusalBy


class Recusal(models.Model):
    """调解员回避申请: of whom, why, and what was decided."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="调解员"
    )
    asked_by = models.CharField("提出的一方", max_length=12, choices=RecusalBy)
    reason = models.TextField("回避理由")
    on = models.DateField("提出日期")
    granted = models.BooleanField("同意回避", null=True)
    opinion = models.TextField("决定理由", default="", blank=True)
    decided_on = models.DateField("决定日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "调解员回避申请"
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(granted=None),
                name="recusal_pending_once",
                violation_error_message="已有回避申请待决定。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_asked_by_display()}申请回避"
