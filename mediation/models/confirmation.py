"""Confirmation (司法确认): an application to the court, and what it ruled."""

from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case

from ..choices import CourtGround, Ruling


class Confirmation(models.Model):
    """司法确认 (人民调解法第三十三条、民事诉讼法第二百零五、二百零六条)."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="confirmations", verbose_name="案件"
    )
    agreement_ordinal = models.SmallIntegerField("第几份协议")
    on = models.DateField("申请日期")
    court = models.CharField("受理法院", max_length=100)
    ground = models.CharField("管辖依据", max_length=12, choices=CourtGround)
    jointly = models.BooleanField("双方共同申请", default=False)
    pledged = models.BooleanField("已签承诺书", default=False)
    ruling = models.CharField("裁定", max_length=10, choices=Ruling, default="", blank=True)
    ruled_on = models.DateField("裁定日期", null=True)
    ruling_number = models.CharField("裁定书文号", max_length=100, default="", blank=True)
    enforce_by = models.DateField("申请执行期限", null=True)
    enforced_on = models.DateField("申请执行日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "司法确认"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agreement_ordinal"], name="confirmation_once",
                condition=Q(ruling="") | Q(ruling="valid"),
                violation_error_message="这一份协议已申请司法确认",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.court} {self.get_ruling_display() or '已申请'}"
