"""Entry (记录): a dated fact without a life of its own; voided with a reason, never deleted."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from lawgov.people.models import User
from lawgov.units import scope
from lawgov.units.fields import UnitCode

from ..registers import REGISTERS, Register


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, user: User, *kinds: str) -> EntryQuerySet:
        """The entries of these registers (of all, if none is named) that the user may see."""
        q = Q(pk__in=[])
        for kind in kinds or REGISTERS:
            q |= Q(kind=kind) & scope.within("unit", user.spans(REGISTERS[kind].readers))
        return self.filter(q)

    def valid(self) -> EntryQuerySet:
        return self.filter(void=False)


class Entry(models.Model):
    kind = models.CharField("台账", max_length=20)
    unit = UnitCode("单位")
    on = models.DateField("日期")
    until = models.DateField("截止", null=True)
    type = models.CharField("类型", max_length=30, default="")
    facet = models.CharField("分类", max_length=30, default="")
    subject = models.CharField("对象", max_length=64, default="")
    n1 = models.IntegerField("数一", default=0)
    n2 = models.IntegerField("数二", default=0)
    n3 = models.IntegerField("数三", default=0)
    n4 = models.BigIntegerField("金额（分）", default=0)
    proofs = models.SmallIntegerField("佐证数", default=0)
    data = models.JSONField("其他", default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="登记人",
    )
    post = models.ForeignKey(
        "people.Post",
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="岗位",
    )
    logged_at = models.DateTimeField("记录时间", db_default=Now())
    void = models.BooleanField("已作废", default=False)
    void_reason = models.CharField("作废原因", max_length=200, default="", blank=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+"
    )
    voided_at = models.DateTimeField("作废时间", null=True)
    hash = models.BinaryField("链值")  # keyed, over everything but the voiding

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "记录"
        constraints = [
            models.CheckConstraint(
                condition=Q(void=False, void_reason="") | Q(void=True) & ~Q(void_reason=""),
                name="entry_void_says_why",
            )
        ]
        indexes = [
            models.Index(
                fields=["kind", "unit", "on"],
                name="entry_counted",
                include=["type", "facet", "n1", "n2", "n3", "n4"],
                condition=Q(void=False),
            ),
            models.Index(fields=["unit", "on", "id"], name="entry_in_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.register.label}"

    @property
    def register(self) -> Register:
        return REGISTERS[self.kind]

    def stated(self) -> list[tuple[str, str]]:
        return self.register.stated(self)

    @classmethod
    def log(cls, kind: str, *, by: User, unit: str, key: str = "", **given: Any) -> Entry:
        """Log one entry in a unit. Raises NotYours or BadFacts."""
        from ..writing import log

        return log(kind, by=by, unit=unit, key=key, given=given)

    def annul(self, *, by: User, reason: str) -> None:
        """Void the entry: it stays readable and counts no more."""
        from ..writing import annul

        annul(self, by=by, reason=reason)
