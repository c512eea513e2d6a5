"""A figure divided by unit, month, type or channel; the parts add up to the whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from django.db.models import F, Q
from django.db.models.functions import Left, TruncMonth

from lawgov.casework.refusals import BadFacts
from lawgov.units import scope
from lawgov.units.models import Unit
from lawgov.units.scope import DIGITS, Level

from . import small
from .indicators import Count, Stock, Value
from .periods import Period
from .words import with_community

COLUMNS = {"type": "类型", "channel": "来源"}


Found = Mapping[str, int]


class Part(NamedTuple):
    """One row of a division; `part` finds its records again."""

    part: str
    label: str
    value: Value
    hidden: bool = False  # not told, see small.py


class Division(Protocol):
    """A way to divide: the key of a row, the parts that are listed, the rows of one part."""

    by: str
    label: str
    each_keeps: bool  # a part keeps the register only if it holds a row of its own

    def key(self) -> Any: ...

    def part_of(self, key: Any) -> str: ...

    def parts(self, found: Found) -> dict[str, str]: ...

    def narrow(self, part: str) -> Q: ...


class ByUnit:
    """By the units of one level below; what was noted higher up stands in a row of its own."""

    def __init__(self, indicator: Count, unit: str, period: Period, level: Level) -> None:
        self.source, self.unit, self.period, self.level = indicator.source, unit, period, level
        self.by, self.label, self.digits = level.value, f"按{level.label}", DIGITS[level]
        self.each_keeps = not indicator.source.kept

    def key(self) -> Any:
        return Left(self.source.unit, self.digits)

    def part_of(self, key: str) -> str:
        return key if len(key) == self.digits else ""

    def parts(self, found: Found) -> dict[str, str]:
        """Every unit that stood in the period, as it was called then."""
        stood = Unit.objects.under(self.unit).filter(
            Q(since=None) | Q(since__lt=self.period.end),
            Q(until=None) | Q(until__gt=self.period.since),
            level=self.level,
        )
        names = dict(stood.order_by(F("since").asc(nulls_first=True)).values_list("code", "name"))
        if scope.level(self.unit).below != self.level:
            names = with_community(names)
        others = {part: part for part, total in found.items() if total and part not in names}
        higher = {"": f"未记到{self.level.label}"} if others.pop("", None) is not None else {}
        return dict(sorted((names | others).items())) | higher

    def narrow(self, part: str) -> Q:
        if not part:
            return Q(**{f"{self.source.unit}__length__lt": self.digits})
        if len(part) != self.digits or not scope.covers(self.unit, part):
            raise BadFacts({"part": ["应为下级单位的代码"]})
        return self.source.under(part)


class ByMonth:
    by, label, each_keeps = "month", "按月", False

    def __init__(self, indicator: Count, period: Period) -> None:
        self.on, self.months = indicator.source.on, period.months

    def key(self) -> Any:
        return TruncMonth(self.on)

    def part_of(self, key: date) -> str:
        return f"{key:%Y-%m}"

    def parts(self, found: Found) -> dict[str, str]:
        return {self.part_of(month.since): str(month) for month in self.months}

    def narrow(self, part: str) -> Q:
        for month in self.months:
            if part == self.part_of(month.since):
                return Q(**{f"{self.on}__gte": month.since, f"{self.on}__lt": month.until})
        raise BadFacts({"part": ["应为统计期内的月份，如 2026-01"]})


class ByColumn:
    each_keeps = False

    def __init__(self, indicator: Count, period: Period, column: str) -> None:
        self.by, self.label = column, f"按{COLUMNS[column]}"
        self.words = indicator.source.labels[column].on(period.last)

    def key(self) -> Any:
        return F(self.by)

    def part_of(self, key: str) -> str:
        return key

    def parts(self, found: Found) -> dict[str, str]:
        """The list of that time; what was stopped before stands only where it was found."""
        others = {p: self.words.get(p, p or "未填") for p, total in found.items() if total}
        return dict(self.words.choices) | others

    def narrow(self, part: str) -> Q:
        if part not in self.words and not re.fullmatch(r"\w{0,30}", part):
            raise BadFacts({"part": [f"没有这种{COLUMNS[self.by]}"]})
        return Q(**{self.by: part})


def levels_below(unit: str) -> list[Level]:
    """The two levels below a unit: more would be a list, not a table."""
    levels = list(Level)
    here = levels.index(scope.level(unit))
    return levels[here + 1 : here + 3]


def levels_of(indicator: Count, unit: str) -> list[Level]:
    """What is sensitive is divided by one level: of two, the one would tell of the other."""
    return levels_below(unit)[: 1 if indicator.source.sensitive else None]


def ways(indicator: Count, unit: str) -> dict[str, str]:
    """How the figure can be divided here, as `by` and label."""
    found = {level.value: f"按{level.label}" for level in levels_of(indicator, unit)}
    if not isinstance(indicator, Stock):
        found["month"] = "按月"
    labels = indicator.source.labels
    return found | {c: f"按{label}" for c, label in COLUMNS.items() if c in labels}


def division(indicator: Count, unit: str, period: Period, by: str) -> Division:
    """Raises BadFacts where the figure cannot be divided so."""
    known = ways(indicator, unit)
    if by == "unit" and levels_below(unit):
        by = levels_below(unit)[0].value
    if by not in known:
        raise BadFacts({"by": [f"该指标在此单位可以：{'、'.join(['unit', *known])}"]})
    if by == "month":
        return ByMonth(indicator, period)
    if by in COLUMNS:
        return ByColumn(indicator, period, by)
    return ByUnit(indicator, unit, period, Level(by))


def split(indicator: Count, unit: str, period: Period, by: Division) -> list[Part]:
    """The parts of a figure, in one grouped query by the figure's own definition."""
    found = totals(indicator, unit, period, by)
    kept_by_all = indicator.source.kept or (found and not by.each_keeps)
    parts = [
        Part(part, label, value_of(indicator, found.get(part, 0 if kept_by_all else None)))
        for part, label in by.parts(found).items()
    ]
    return without_small(parts, unit, period) if indicator.source.sensitive else parts


def without_small(parts: list[Part], unit: str, period: Period) -> list[Part]:
    held = set(range(len(parts)))
    if small.is_wide(unit, period):
        held = small.kept_back([part.value for part in parts])
    return [
        part._replace(value=None, hidden=True) if place in held else part
        for place, part in enumerate(parts)
    ]


def totals(indicator: Count, unit: str, period: Period, by: Division) -> dict[str, int]:
    """By part, over the whole register: a part that is found here keeps it."""
    rows = indicator.register(unit, period).order_by().values(found=by.key())
    chosen = indicator.chosen(unit, period)
    found: dict[str, int] = defaultdict(int)
    for key, total in rows.annotate(total=indicator.total(chosen)).values_list("found", "total"):
        found[by.part_of(key)] += total or 0
    return found


def value_of(indicator: Count, total: int | None) -> Value:
    return None if total is None else indicator.in_measure(total)
