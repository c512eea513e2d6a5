"""What stands beside a write: numbers, the outbox, and the keys of wishes already granted."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from lawgov.units.fields import UnitCode

from .case import Case
from .entry import Entry


class Counter(models.Model):
    """The last number given by a unit for a kind in a year: gapless, unique, never reused."""

    pk = models.CompositePrimaryKey("unit", "kind", "year")
    unit = UnitCode("编号单位")
    kind = models.CharField("种类", max_length=20)
    year = models.SmallIntegerField("年度")
    n = models.IntegerField("已用到")

    class Meta:
        verbose_name = verbose_name_plural = "编号"

    def __str__(self) -> str:
        return f"{self.unit} {self.kind} {self.year}: {self.n}"


class Outbox(models.Model):
    """What is to happen later because of a write; a worker claims it by a lease."""

    topic = models.CharField("主题", max_length=60)
    payload = models.JSONField("内容", default=dict)
    made_at = models.DateTimeField("产生时间", db_default=Now())
    claimed_until = models.DateTimeField("占用至", null=True)
    tries = models.SmallIntegerField("次数", default=0)
    error = models.CharField("最近错误", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "待办后续"

    def __str__(self) -> str:
        return f"{self.topic} {self.pk}"


class Idempotency(models.Model):
    """A wish that was granted: the same key and body give the same answer again."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, db_index=False, related_name="+"
    )  # nobody: the system, or who comes to the public counter
    key = models.CharField("幂等键", max_length=255)
    fingerprint = models.BinaryField("内容摘要")
    case = models.ForeignKey(Case, models.CASCADE, null=True, db_index=False, related_name="+")
    seq = models.IntegerField("序号", default=0)
    entry = models.ForeignKey(Entry, models.CASCADE, null=True, db_index=False, related_name="+")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = verbose_name_plural = "幂等键"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"], name="idempotency_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.key
