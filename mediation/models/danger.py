"""Danger (激化危险): one kind of it that was seen in a dispute, and to whom it was reported."""

from django.conf import settings
from django.db import models

from lawgov.casework.models import Case

from ..choices import DangerKind, ReportedTo


class Danger(models.Model):
    """The signs themselves are sealed in the event that named them."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="dangers", verbose_name="案件")
    kind = models.CharField("种类", max_length=10, choices=DangerKind)
    on = models.DateField("发现日期")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="发现人",
    )  # fmt: skip
    organ = models.CharField("报告对象", max_length=10, choices=ReportedTo, default="", blank=True)
    reported_on = models.DateField("报告日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "激化危险"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=models.Q(reported_on=None),
                name="danger_waits_once",
                violation_error_message="该种激化危险已经标记，尚未报告。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"
