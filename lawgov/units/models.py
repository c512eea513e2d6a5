"""The 省-市-区县-街镇-社区-网格 tree, dated: a change closes one row and opens another."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, CharField, F, Q, Value, When
from django.utils import timezone

from . import scope
from .fields import PATTERN, UnitCode
from .periods import stands
from .scope import DIGITS, Level


class UnitQuerySet(models.QuerySet["Unit"]):
    def visible_to(self, user: Any) -> "UnitQuerySet":
        """Units are neither personal nor secret: whoever holds a post reads the whole tree."""
        return self.all() if user.roles else self.none()

    def on(self, day: date) -> "UnitQuerySet":
        """The tree as it was that day."""
        begun = Q(since=None) | Q(since__lte=day)
        return self.filter(begun, Q(until=None) | Q(until__gt=day))

    def current(self) -> "UnitQuerySet":
        return self.on(timezone.localdate())

    def under(self, code: str) -> "UnitQuerySet":
        """The unit itself and all below it."""
        return self.filter(scope.within("code", [scope.span(code)]))

    def children(self, code: str) -> "UnitQuerySet":
        return self.under(code).filter(level=scope.level(code).below)

    def starting(self, text: str) -> "UnitQuerySet":
        """Units whose code, or else whose name, begins so."""
        text = text.strip()
        return self.filter(
            Q(code__startswith=text)
            if text.isascii() and text.isdigit()
            else Q(name__startswith=text)
        )

    def history(self, code: str) -> "UnitQuerySet":
        """Every row the code ever had, and the units that were merged into it."""
        rows = self.filter(Q(code=code) | Q(successor=code))
        return rows.order_by(F("until").asc(nulls_last=True), "code")

    def names(self, codes: Iterable[str], day: date | None = None) -> dict[str, str]:
        """Names on a day, or else the latest ones, so that a closed unit keeps its name."""
        rows = self.on(day) if day else self.order_by(F("until").asc(nulls_last=True))
        return dict(rows.filter(code__in=set(codes)).values_list("code", "name"))


class Unit(models.Model):
    code = UnitCode("代码")
    name = models.CharField("名称", max_length=100)
    level = models.GeneratedField(
        verbose_name="层级",
        # The code's length says it, so the database never holds a level that contradicts it.
        expression=Case(
            *(
                When(code__length=digits, then=Value(level.value))
                for level, digits in DIGITS.items()
            )
        ),
        output_field=CharField(max_length=10),
        choices=Level.choices,
        db_persist=True,
    )
    since = models.DateField("启用日期", null=True, blank=True, help_text="空为一直如此")
    until = models.DateField("停用日期", null=True, blank=True, help_text="自该日起停用，空为在用")
    successor = UnitCode("并入单位", blank=True)
    mark = models.CharField(
        "机关代字", max_length=12, blank=True, help_text="编号的字头，空为名称首字"
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(until=None),
                name="unit_one_open_row",
                violation_error_message="该代码已有在用的单位。",
            ),
            models.UniqueConstraint(
                fields=["code", "since"], nulls_distinct=False, name="unit_code_since"
            ),
            models.CheckConstraint(condition=Q(code__regex=PATTERN), name="unit_code_form"),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")),
                name="unit_period",
                violation_error_message="停用日期须晚于启用日期。",
            ),
        ]
        indexes = [
            models.Index(fields=["level", "code"], name="unit_level_code"),
            models.Index(fields=["name"], name="unit_name", opclasses=["varchar_pattern_ops"]),
            models.Index(fields=["successor"], condition=~Q(successor=""), name="unit_successor"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def heading(self) -> str:
        """The 字头 of the numbers this unit gives."""
        return self.mark or self.name[:1]

    def stands(self, day: date) -> bool:
        return stands(self, day)

    def found(self, *, code: str, name: str, on: date) -> "Unit":
        """A new unit right below this one."""
        if scope.parent(code) != self.code:
            raise ValidationError({"code": f"代码应为 {self.code} 的下一级。"})
        unit = Unit(code=code, name=name, since=on)
        unit.full_clean()
        unit.save()
        return unit

    def give(self, *, mark: str) -> None:
        """The 字头 of the numbers from now on; numbers given before keep theirs."""
        self.mark = mark
        self.save(update_fields=["mark"])

    def rename(self, *, on: date, name: str) -> "Unit":
        with transaction.atomic():
            self._end(on)
            renamed = Unit(code=self.code, name=name, since=on, mark=self.mark)
            renamed.full_clean()
            renamed.save()
            return renamed

    def merge(self, *, into: "Unit", on: date) -> None:
        self.close(on=on, successor=into.code)

    def close(self, *, on: date, successor: str = "") -> None:
        """End the unit on a day; what still lies below it has to be closed before."""
        below = Unit.objects.under(self.code).exclude(code=self.code).on(on)
        if names := list(below.values_list("name", flat=True)[:5]):
            raise ValidationError(f"{self.name}还有在用的下级单位，请先撤并：{'、'.join(names)}。")
        if successor and successor == self.code:
            raise ValidationError({"successor": "单位不能并入自己。"})
        if successor and not Unit.objects.on(on).filter(code=successor).exists():
            raise ValidationError({"successor": f"{on:%Y-%m-%d} 没有代码为 {successor} 的单位。"})
        self._end(on, successor)

    def _end(self, on: date, successor: str = "") -> None:
        if self.since and on <= self.since:
            raise ValidationError(f"日期须晚于启用日期 {self.since:%Y-%m-%d}。")
        ended = Unit.objects.filter(pk=self.pk, until=None).update(until=on, successor=successor)
        if not ended:
            raise ValidationError(f"{self.name}已经停用。")
        self.until, self.successor = on, successor


def names(codes: Iterable[str], day: date | None = None) -> dict[str, str]:
    return Unit.objects.names(codes, day)


def full_names(codes: Iterable[str]) -> dict[str, str]:
    """Names as people need them: every community has a 第1网格, so a grid has its own before it."""
    codes = set(codes)
    grids = {code for code in codes if len(code) == DIGITS[Level.GRID]}
    called = names(codes | {scope.parent(code) for code in grids})
    return {
        code: called.get(scope.parent(code), "") + name if code in grids else name
        for code, name in called.items()
        if code in codes
    }


HEADING = f"""
SELECT coalesce(nullif(s.mark, ''), left(s.name, 1)) AS heading
FROM {Unit._meta.db_table} s JOIN {Unit._meta.db_table} u ON u.code = %s
WHERE s.code = %s AND (s.since IS NULL OR s.since <= %s) AND (s.until IS NULL OR s.until > %s)
  AND (u.since IS NULL OR u.since <= %s) AND (u.until IS NULL OR u.until > %s)
"""


def heading(unit: str, street: str) -> tuple[str, *tuple[Any, ...]]:
    """A query for the 字头 of the street, which has a row only where both stand today."""
    today = timezone.localdate()
    return HEADING, unit, street, today, today, today, today
