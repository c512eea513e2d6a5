"""Event: what was done, by whom and when. Nothing changes or removes one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from lawgov.people.models import User
from lawgov.units.fields import UnitCode

from ..procedure import PROCEDURES
from .case import Case


class EventQuerySet(models.QuerySet["Event"]):
    def visible_to(self, user: User, *kinds: str) -> EventQuerySet:
        """The events of the cases that the user may see."""
        return self.filter(case__in=Case.objects.visible_to(user, *kinds))

    def taken_by(self, user: User, kind: str) -> EventQuerySet:
        return self.filter(by=user, kind=kind)


class Event(models.Model):
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="events", db_index=False, verbose_name="案件"
    )
    seq = models.IntegerField("序号")
    step = models.CharField("环节", max_length=30)
    source = models.CharField("原状态", max_length=20, default="")
    target = models.CharField("新状态", max_length=20)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="办理人",
    )
    post = models.ForeignKey(
        "people.Post",
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="岗位",
    )
    at = models.DateTimeField("时间")
    on = models.DateField("发生日期")  # the day it counts on, in Asia/Shanghai
    logged_at = models.DateTimeField("记录时间", db_default=Now())
    facts = models.JSONField("要素", default=dict)
    # Free text can name people, so it is sealed here; the hash covers it as it is sealed.
    words = models.TextField("文字（密文）", default="", blank=True)
    kind = models.CharField("种类", max_length=20)
    unit = UnitCode("单位")
    type = models.CharField("类型", max_length=30, default="")
    channel = models.CharField("来源", max_length=20, default="")
    facet = models.CharField("办理人类别", max_length=20, default="")
    amount = models.BigIntegerField("金额（分）", default=0)
    hash = models.BinaryField("链值")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理记录"
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="event_in_turn")]
        indexes = [
            models.Index(
                fields=["unit", "on"],
                name="event_counted",
                include=["kind", "step", "type", "channel", "facet", "amount", "case"],
            ),
            models.Index(
                fields=["by", "kind", "case"], name="event_by_person", condition=~Q(by=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        raise TypeError("办理记录只由办理环节写入")

    @property
    def label(self) -> str:
        return PROCEDURES[self.kind].steps[self.step].label

    def lines(self) -> list[tuple[str, str]]:
        """What was stated, as label and words, for the timeline."""
        from ..moves import spoken

        return spoken(self)
