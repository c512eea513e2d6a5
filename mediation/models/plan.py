"""Plan (化解方案): what a conference on a major dispute settled on."""

from django.conf import settings
from django.db import models

from lawgov.casework.models import Case


class Plan(models.Model):
    """The first stands until a later conference writes another."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="plans", verbose_name="案件")
    meeting = models.ForeignKey(
        Case, models.PROTECT, related_name="plans_made", verbose_name="会商会议"
    )
    text = models.TextField("化解方案")
    on = models.DateField("登记日期")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="登记人",
    )  # fmt: skip

    class Meta:
        verbose_name = verbose_name_plural = "化解方案"

    def __str__(self) -> str:
        return f"{self.on} 化解方案"
