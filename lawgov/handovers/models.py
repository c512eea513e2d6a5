"""Handover: a case offered to another unit, and what became of the offer."""

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
