"""What an officer's file has beyond a case: duty, team and area, certificates, training, posts."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.organisations.models import Organisation
from lawgov.units import scope
from lawgov.units.fields import UnitCode

from .choices import COUNTED, CertificateState, Duty, Form, LeaveReason, Result

HELD = (CertificateState.VALID, CertificateState.LOST)  # in a person's hands, or lost by them


class OfficerQuerySet(models.QuerySet["Officer"]):
    def visible_to(self, user: Any, kind: str = "officer") -> "OfficerQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user, kind))

    def in_post(self, on: date | None = None) -> "OfficerQuerySet":
        """Officers that day; auxiliary staff are none."""
        on = on or localdate()
        stays = Q(left_on=None) | Q(left_on__gt=on)
        return self.filter(stays, since__lte=on, duty__in=COUNTED)

    def serving(self, unit: str) -> "OfficerQuerySet":
        """Officers of the unit or of one above it."""
        return self.filter(case__unit__in=[unit, *scope.ancestors(unit)])

    def certified(self, on: date | None = None) -> "OfficerQuerySet":
        own = Certificate.objects.filter(case=OuterRef("pk"))
        return self.filter(Exists(own.good(on)))


class Officer(models.Model):
    """执法人员: the detail of a case of kind "officer"; one open file a person."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="officer", verbose_name="档案"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="officer_files",
        verbose_name="人员",
    )
    duty = models.CharField("岗位类别", max_length=10, choices=Duty)
    position = models.CharField("职务", max_length=50, default="", blank=True)
    since = models.DateField("到岗日期")
    team = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="officers", verbose_name="执法队"
    )
    line = models.CharField("条线", max_length=20, default="", blank=True)
    area = UnitCode("负责片区", default="", blank=True)
    legal_number = models.CharField("法律职业资格证号", max_length=50, default="", blank=True)
    reviewing_since = models.DateField("从事法制审核起始日期", null=True)
    left_on = models.DateField("离岗日期", null=True)
    left_as = models.CharField(
        "离岗原因", max_length=12, choices=LeaveReason, default="", blank=True
    )

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "执法人员档案"
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(left_on=None),
                name="officer_in_post_once",
                violation_error_message="此人已有在岗的执法人员档案。",
            ),
        ]
        indexes = [
            models.Index(fields=["area"], name="officer_area", condition=~Q(area="")),
        ]

    def __str__(self) -> str:
        return self.user.name


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def good(self, on: date | None = None) -> "CertificateQuerySet":
        """Valid that day: within its time, and not yet lost, replaced or cancelled."""
        on = on or localdate()
        kept = Q(ended_on=None) | Q(ended_on__gt=on)
        return self.filter(kept, valid_from__lte=on, valid_until__gte=on)


class Certificate(models.Model):
    """执法证: applied for, in use, and what ended it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="certificates", verbose_name="档案")
    state = models.CharField("证件状态", max_length=10, choices=CertificateState)
    number = models.CharField("执法证号", max_length=50, default="", blank=True)
    valid_from = models.DateField("有效期自", null=True)
    valid_until = models.DateField("有效期至", null=True)
    applied_on = models.DateField("申领日期")
    ended_on = models.DateField("失效日期", null=True)
    medium = models.CharField("遗失公告载体", max_length=100, default="", blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "执法证"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CertificateState.APPLIED)
                | ~Q(number="") & Q(valid_from__lt=F("valid_until"))
                | Q(state=CertificateState.CANCELLED),
                name="certificate_issued",
            ),
        ]
        indexes = [models.Index(fields=["number"], name="certificate_number")]

    def __str__(self) -> str:
        return f"{self.number or '执法证'}（{self.get_state_display()}）"


class Training(models.Model):
    """培训: planned, held, assessed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="trainings", verbose_name="档案")
    theme = models.CharField("培训主题", max_length=20)
    form = models.CharField("培训形式", max_length=10, choices=Form)
    topic = models.CharField("培训内容", max_length=200, default="", blank=True)
    planned_on = models.DateField("计划日期", null=True)
    held_on = models.DateField("培训日期", null=True)
    hours = models.SmallIntegerField("学时", null=True)
    result = models.CharField("考核结果", max_length=10, choices=Result, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "培训记录"
        indexes = [
            models.Index(fields=["case", "form", "result"], name="training_of_officer"),
        ]

    def __str__(self) -> str:
        return f"{self.held_on or self.planned_on} {self.get_form_display()}"


class Holding(models.Model):
    """岗位经历: a post held from a day until a day; a sensitive one no longer than its limit."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="holdings", verbose_name="档案")
    name = models.CharField("岗位名称", max_length=50)
    sensitive = models.BooleanField("关键、敏感岗位", default=False)
    held_from = models.DateField("任岗日期")
    held_until = models.DateField("离岗日期", null=True)
    rotate_by = models.DateField("应轮岗日期", null=True)
    planned_on = models.DateField("计划轮岗日期", null=True)
    planned_to = models.CharField("拟任岗位", max_length=50, default="", blank=True)
    filing = models.CharField("轮岗备案文号", max_length=64, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "岗位经历"
        indexes = [
            models.Index(fields=["rotate_by"], name="holding_due", condition=Q(held_until=None)),
        ]

    def __str__(self) -> str:
        return f"{self.held_from} {self.name}"
