"""Session (调解记录) and Investigation (调查记录): who met or was asked, and what was said."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case
from lawgov.privacy.fields import SealedField

from ..choices import HelperKind, Recorded


class Investigation(models.Model):
    """调查记录: somebody asked about the dispute, in questions and answers."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="investigations", verbose_name="案件"
    )
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=200)
    investigators = models.CharField("调查人", max_length=100)
    recorder = models.CharField("记录人", max_length=50, default="", blank=True)
    asked = SealedField("被调查人")
    standing = models.CharField("被调查人身份", max_length=100, default="", blank=True)
    body = models.TextField("调查内容")

    class Meta:
        verbose_name = verbose_name_plural = "调查记录"

    def __str__(self) -> str:
        return f"{self.on} 调查记录"


class Session(models.Model):
    """调解记录: one session of mediation."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="sessions", verbose_name="案件")
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=200)
    booking = models.ForeignKey(
        "bookings.Booking", models.PROTECT, null=True, related_name="+", verbose_name="调解室预约"
    )
    matter = models.CharField("事由", max_length=200)
    helpers = models.CharField("参加人", max_length=200, default="", blank=True)
    helper_kinds = ArrayField(
        models.CharField(max_length=10, choices=HelperKind),
        verbose_name="参加人类别", default=list, db_default=[], blank=True,
    )  # fmt: skip
    consented = models.BooleanField("各方同意邀请", default=False, db_default=False)
    body = models.TextField("记录")
    recorder = models.CharField("记录人", max_length=50, default="", db_default="", blank=True)
    recorded = models.CharField(
        "录音录像", max_length=10, choices=Recorded, default=Recorded.NONE,
        db_default=Recorded.NONE,
    )  # fmt: skip
    recording_told = models.BooleanField("已告知录音录像", default=False, db_default=False)
    closed_doors = models.BooleanField("不公开", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "调解记录"

    def __str__(self) -> str:
        return f"{self.on} {self.matter}"
