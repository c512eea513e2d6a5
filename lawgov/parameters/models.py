"""Values of parameters: set from a day on, for everywhere or for one unit, and never changed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.timezone import localdate

from lawgov.units import scope
from lawgov.units.fields import UnitCode


class ValueQuerySet(models.QuerySet["Value"]):
    def with_fate(self) -> "ValueQuerySet":
        """Each with whether a later one already stands in its place."""
        same = Value.objects.filter(parameter=OuterRef("parameter"), unit=OuterRef("unit"))
        later = Q(since__gt=OuterRef("since")) | Q(since=OuterRef("since"), pk__gt=OuterRef("pk"))
        return self.annotate(replaced=Exists(same.filter(later, since__lte=localdate())))


class Value(models.Model):
    """Append-only. Of two for one day the later written holds: so a slip can be put right."""

    parameter = models.CharField("参数", max_length=40)
    unit = UnitCode("适用单位", default=scope.NATION)
    value = models.IntegerField("值")
    since = models.DateField("自", default=localdate)
    reason = models.CharField("理由", max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="设定人"
    )
    logged_at = models.DateTimeField("设定时间", db_default=Now(), editable=False)

    objects = ValueQuerySet.as_manager()
    replaced: bool  # of `with_fate`

    class Meta:
        verbose_name = verbose_name_plural = "参数设定"
        ordering = ["-since", "-pk"]
        indexes = [models.Index(F("parameter"), F("unit"), F("since"), name="value_in_force")]

    def __str__(self) -> str:
        return f"{self.since}起{self.value}（{self.parameter}）"

    def fate(self, **_: Any) -> str:
        if self.replaced:
            return "已替代"
        return "将生效" if self.since > localdate() else "现行"
