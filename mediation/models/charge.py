"""Charge (包案): the leader who answers for a case, from a day until a day, and what was done."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, Func, Q, Value

from lawgov.casework.models import Case
from lawgov.people.models import User

from ..choices import Duty, Level


class ChargeQuerySet(models.QuerySet["Charge"]):
    def visible_to(self, user: User) -> "ChargeQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user))

    def running(self) -> "ChargeQuerySet":
        """Of cases that are not closed, those who answer for them now."""
        return self.filter(until=None, case__closed_on=None)


class Charge(models.Model):
    """包案: at any time one leader answers for a case; who went before stays as its history."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="charges", verbose_name="案件")
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="charges", verbose_name="包案领导"
    )
    level = models.CharField("包案级别", max_length=10, choices=Level)
    since = models.DateField("包案日期")
    until = models.DateField("变更日期", null=True)
    office = models.CharField("责任单位", max_length=100, default="", blank=True)
    doer = models.CharField("责任人", max_length=50, default="", blank=True)
    plan = models.TextField("化解方案", default="", blank=True)
    measures = models.TextField("稳控措施", default="", blank=True)
    settle_by = models.DateField("化解时限", null=True)
    handed_why = models.CharField("变更原因", max_length=200, default="", blank=True)

    objects = ChargeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "领导包案"
        constraints = [
            # Ranges only, so that core PostgreSQL suffices; judged after the whole statement,
            # which ends one charge and begins the next.
            ExclusionConstraint(
                name="charge_one_at_a_time",
                expressions=[
                    (Func("case", "case", Value("[]"), function="int8range"),
                     RangeOperators.OVERLAPS),
                    (Func("since", "until", function="daterange"), RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="一案同时只能有一名包案领导。",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["leader"], name="charge_leader", condition=Q(until=None))]

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.leader}"


class ChargeWork(models.Model):
    """包案工作: one of the five duties of who is in charge, done on a day."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="charge_works", verbose_name="案件")
    on = models.DateField("日期")
    duty = models.CharField("包案职责", max_length=10, choices=Duty)
    body = models.TextField("工作情况")

    class Meta:
        verbose_name = verbose_name_plural = "包案工作"

    def __str__(self) -> str:
        return f"{self.on} {self.get_duty_display()}"
