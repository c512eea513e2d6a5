"""Handover: a case offered to another unit; Referral: between a case and an agency outside."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q, Value

from lawgov.casework.models import Case
from lawgov.people.models import User
from lawgov.units.fields import UnitCode


class Answer(models.TextChoices):
    WAITING = "waiting", "待接收"
    ACCEPTED = "accepted", "已接收"
    RETURNED = "returned", "已退回"
    REVOKED = "revoked", "已撤回"
    CLIMBED = "climbed", "逾期上移"


WAITS = Q(answer=Answer.WAITING)


class HandoverQuerySet(models.QuerySet["Handover"]):
    def visible_to(self, user: User) -> HandoverQuerySet:
        """The handovers of the cases that the user may see."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def waiting(self) -> HandoverQuerySet:
        return self.filter(WAITS)


class Handover(models.Model):
    """Written only by the steps, with the case's version. Why stands in the event, sealed."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="handovers", db_index=False, verbose_name="案件"
    )
    seq = models.IntegerField("序号")  # of the event that offered it
    step = models.CharField("方式", max_length=30)
    from_unit = UnitCode("移交单位")
    to_unit = UnitCode("移交对象")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="移交人",
    )  # fmt: skip
    post = models.ForeignKey(
        "people.Post", models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="岗位",
    )  # fmt: skip
    on = models.DateField("移交日期")
    due_on = models.DateField("接收期限")
    answer = models.CharField("结果", max_length=10, choices=Answer, default=Answer.WAITING)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="答复人",
    )  # fmt: skip
    answered_on = models.DateField("答复日期", null=True)
    urged_on = models.DateField("督办日期", null=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "移交"
        constraints = [
            models.UniqueConstraint(fields=["case", "seq"], name="handover_of_event"),
            models.CheckConstraint(
                condition=Q(WAITS, answered_on=None) | Q(~WAITS, answered_on__isnull=False),
                name="handover_answered",
            ),
            # Looked at when the statement is done: one that climbs ends a row and begins the next.
            ExclusionConstraint(
                name="handover_one_waiting",
                expressions=[
                    (
                        Func("case", "case", Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    )
                ],
                condition=WAITS,
                deferrable=Deferrable.IMMEDIATE,
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"], name="handover_due", condition=Q(WAITS, urged_on=None)
            ),
            models.Index(fields=["to_unit", "due_on", "id"], name="handover_to", condition=WAITS),
            models.Index(F("from_unit"), F("on").desc(), F("id").desc(), name="handover_from"),
            models.Index(F("by"), F("on").desc(), F("id").desc(), name="handover_by"),
        ]

    def __str__(self) -> str:
        return f"{self.from_unit} → {self.to_unit}（{self.get_answer_display()}）"

    @property
    def is_waiting(self) -> bool:
        return self.answer == Answer.WAITING

    @property
    def label(self) -> str:
        """What the offering step is called."""
        return self.case.procedure.steps[self.step].label


class Direction(models.TextChoices):
    """Which way a case and an agency come together."""

    TAKEN_IN = "taken_in", "移入"
    INVITED = "invited", "邀请联调"
    SENT_OUT = "sent_out", "移出"


class Reply(models.TextChoices):
    WAITING = "waiting", "待答复"
    ACCEPTED = "accepted", "已接受"
    REFUSED = "refused", "已退回"
    RECALLED = "recalled", "已撤回"


class Result(models.TextChoices):
    """What became of it, as one side tells the other."""

    SETTLED = "settled", "已化解"
    FAILED = "failed", "未能化解"
    DECIDED = "decided", "已依法处理"
    UNDER_WAY = "under_way", "仍在办理"
    TURNED_AWAY = "turned_away", "不予受理"


UNANSWERED = Q(reply=Reply.WAITING)


class ReferralQuerySet(models.QuerySet["Referral"]):
    def visible_to(self, user: User, *kinds: str) -> ReferralQuerySet:
        """The referrals of the cases that the user may see."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def waiting(self) -> ReferralQuerySet:
        return self.filter(UNANSWERED)


class Referral(models.Model):
    """机构移送: written only by the steps, as a handover is. Why stands in the event, sealed."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="referrals", db_index=False, verbose_name="案件"
    )
    direction = models.CharField("方向", max_length=10, choices=Direction)
    agency = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, related_name="referrals", verbose_name="机构"
    )
    agency_name = models.CharField("机构", max_length=100)  # as it was called
    contact = models.CharField("对方联系人", max_length=50, default="", blank=True)
    outside = models.CharField("对方文号", max_length=100, default="", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="登记人",
    )  # fmt: skip
    on = models.DateField("移送日期")
    due_on = models.DateField("答复期限")
    reply = models.CharField("答复", max_length=10, choices=Reply, default=Reply.WAITING)
    replied_on = models.DateField("答复日期", null=True)
    replied_name = models.CharField("答复人", max_length=50, default="", blank=True)
    urged_on = models.DateField("催办日期", null=True)
    result = models.CharField("结果", max_length=12, choices=Result, default="", blank=True)
    outcome = models.TextField("结果说明", default="", blank=True)
    fed_back_on = models.DateField("反馈日期", null=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "机构移送"
        constraints = [
            models.CheckConstraint(
                condition=Q(UNANSWERED, replied_on=None) | Q(~UNANSWERED, replied_on__isnull=False),
                name="referral_replied",
            ),
            models.CheckConstraint(
                condition=Q(fed_back_on=None, result="")
                | Q(~Q(result=""), fed_back_on__isnull=False, reply=Reply.ACCEPTED),
                name="referral_fed_back",
            ),
            models.UniqueConstraint(
                fields=["case", "agency"],
                condition=UNANSWERED,
                name="referral_asked_once",
                violation_error_message="该机构尚未答复，不得重复移送或邀请。",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(UNANSWERED, direction=Direction.SENT_OUT),
                name="referral_sent_once",
                violation_error_message="已移送其他机构、尚未答复。",
            ),
        ]
        indexes = [
            models.Index(F("on").desc(), F("id").desc(), name="referral_newest"),
            models.Index(fields=["case"], name="referral_case"),
            models.Index(
                fields=["due_on", "id"],
                name="referral_due",
                condition=Q(UNANSWERED, urged_on=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_direction_display()} {self.agency_name}"

    @property
    def is_waiting(self) -> bool:
        return self.reply == Reply.WAITING
