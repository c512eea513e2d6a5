"""What is counted. A value is the size, sum or distinct count of its records, by one definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import Q, QuerySet

from lawgov.dictionaries.lists import Dictionary
from lawgov.units import scope

from .periods import Period

Value = int | Decimal | None
Rows = QuerySet[Any]


class Column(NamedTuple):
    """What a list of records shows of each row."""

    name: str
    label: str
    of: Callable[[Any], Any]


@dataclass(frozen=True, eq=False)
class Source:
    """A table whose rows are counted: where each lies, when it counts, what a list shows of it."""

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    always: Mapping[str, Any] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()  # what `visible_to` is asked for
    unit: str = "unit"
    on: str = "on"
    until: str = ""  # for what is in force from a day until a day
    at: str = ""  # the moment it was done, where that is kept beside the day it counts on
    labels: Mapping[str, Dictionary] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    opens: Callable[[Any], str] = lambda row: ""
    kept: bool = False  # by everyone, even where it holds no row
    sensitive: bool = False  # few may know who is behind it: small cells are not told

    @property
    def units(self) -> list[Column]:
        """The columns that hold a unit's code."""
        return [column for column in self.columns if column.name == "unit"]

    def all(self) -> Rows:
        return self.model._default_manager.filter(**self.always)

    def seen_by(self, user: Any) -> Rows:
        """What a reader may open; figures themselves are counted by the system."""
        manager: Any = self.model._default_manager
        return manager.visible_to(user, *self.kinds).filter(**self.always)

    def under(self, unit: str) -> Q:
        return scope.within(self.unit, [scope.span(unit)])

    def known(self, period: Period) -> Q:
        deadline = period.deadline
        return Q(**{f"{self.at}__lt": deadline}) if self.at and deadline else Q()

    def within(self, period: Period) -> Q:
        days = Q(**{f"{self.on}__gte": period.since, f"{self.on}__lt": period.end})
        return days & self.known(period)

    def begun(self, day: date) -> Q:
        return Q(**{f"{self.on}__lte": day}) | Q(**{self.on: None})

    def in_force(self, day: date) -> Q:
        return self.begun(day) & (Q(**{f"{self.until}__gt": day}) | Q(**{self.until: None}))


REGISTRY: dict[str, Indicator] = {}


class Indicator:
    """A declared figure; its declaration is all that says what is counted."""

    kind = "flow"

    def __init__(self, code: str, name: str, measure: str, meaning: str, basis: str = "") -> None:
        self.code, self.name, self.measure = code, name, measure
        self.meaning, self.basis = meaning, basis

    def __str__(self) -> str:
        return f"{self.name}（{self.code}）"

    @property
    def counted(self) -> Count:
        """The indicator whose records stand behind the figure."""
        raise NotImplementedError


class Count(Indicator):
    """How many rows of the source meet the conditions, each a value or a tuple of values."""

    column: str | None = None

    def __init__(
        self,
        code: str,
        name: str,
        measure: str,
        source: Source,
        meaning: str,
        *,
        basis: str = "",
        **where: Any,
    ) -> None:
        super().__init__(code, name, measure, meaning, basis)
        self.source = source
        self.where = {k: v if isinstance(v, tuple) else (v,) for k, v in where.items()}

    @property
    def counted(self) -> Count:
        return self

    @property
    def conditions(self) -> Q:
        return Q(**{f"{column}__in": values for column, values in self.where.items()})

    def spanning(self, period: Period) -> Q:
        return self.source.within(period)

    def register(self, unit: str, period: Period) -> Rows:
        """The rows that show that the unit keeps the source: those of the year."""
        return self.source.all().filter(
            self.source.under(unit), self.source.within(period.whole_year)
        )

    def chosen(self, unit: str, period: Period) -> Q:
        """What makes a row of the register count."""
        return self.spanning(period) & self.conditions

    def records(self, unit: str, period: Period) -> Rows:
        rows = self.source.all().filter(self.source.under(unit), self.chosen(unit, period))
        return rows.order_by(*self.order)

    def visible_records(self, user: Any, unit: str, period: Period) -> Rows:
        """Those of the records that the reader may open."""
        rows = self.source.seen_by(user)
        rows = rows.filter(self.source.under(unit), self.chosen(unit, period))
        return rows.select_related(*self.source.related).order_by(*self.order)

    @property
    def order(self) -> tuple[str, ...]:
        return (f"-{self.source.on}", "-pk")

    def total(self, chosen: Q) -> models.Aggregate:
        """The value over a group of the register's rows, before it is put in the measure."""
        return models.Count(self.source.unit, filter=chosen)

    def of(self, cells: Iterable[Mapping[str, Any]]) -> Value:
        fit = [c for c in cells if all(c[k] in v for k, v in self.where.items())]
        return sum(int(cell["rows"]) for cell in fit)

    def in_measure(self, total: int) -> Value:
        return total


class Stock(Count):
    """How many rows were in force on the last day of the period."""

    kind = "stock"

    def spanning(self, period: Period) -> Q:
        return self.source.in_force(period.last)

    def register(self, unit: str, period: Period) -> Rows:
        """A register once begun is kept until nobody knows when."""
        return self.source.all().filter(self.source.under(unit), self.source.begun(period.last))


class Sum(Count):
    """The sum of a column over the rows; `per` of its units make one of the measure."""

    def __init__(self, *args: Any, of: str, per: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.column, self.per = of, per

    def total(self, chosen: Q) -> models.Aggregate:
        return models.Sum(str(self.column), filter=chosen)

    def of(self, cells: Iterable[Mapping[str, Any]]) -> Value:
        fit = [c for c in cells if all(c[k] in v for k, v in self.where.items())]
        return self.in_measure(sum(cell[f"sum_{self.column}"] or 0 for cell in fit))

    def in_measure(self, total: int) -> Value:
        return plain(Decimal(total) / self.per)


class Held(Stock, Sum):
    """The sum of a column over the rows in force on the last day of the period."""


class Distinct(Count):
    """How many different things the rows name; each is listed and split once, by its first row."""

    def __init__(self, *args: Any, of: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.thing = of

    def chosen(self, unit: str, period: Period) -> Q:
        rows = self.source.all().filter(
            self.source.under(unit), self.spanning(period) & self.conditions
        )
        firsts = rows.order_by(self.thing, self.source.on, "pk").distinct(self.thing)
        return Q(pk__in=firsts.values("pk"))

    def different(self) -> models.Aggregate:
        return models.Count(self.thing, distinct=True, filter=self.conditions)


class Quotient(Indicator):
    """A part in per cent of its whole; nothing where the whole is nothing."""

    kind = "rate"

    def __init__(
        self, code: str, name: str, meaning: str, *, part: Count, whole: Count, basis: str = ""
    ) -> None:
        super().__init__(code, name, "%", meaning, basis)
        self.part, self.whole = part, whole

    @property
    def counted(self) -> Count:
        return self.part

    def of(self, part: Value, whole: Value) -> Value:
        return percent(part, whole) if part is not None and whole else None


class Growth(Indicator):
    """The change in per cent on the same period a year before; nothing without a base."""

    kind = "growth"

    def __init__(self, code: str, name: str, meaning: str, *, on: Count, basis: str = "") -> None:
        super().__init__(code, name, "%", meaning, basis)
        self.base = on

    @property
    def counted(self) -> Count:
        return self.base

    def of(self, now: Value, before: Value) -> Value:
        return percent(now - before, before) if now is not None and before else None


def percent(part: int | Decimal, whole: int | Decimal) -> Value:
    return plain((100 * Decimal(part) / Decimal(whole)).quantize(Decimal("0.01")))


def plain(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number


def register(*declared: Indicator) -> tuple[Indicator, ...]:
    """Make indicators known; each app's indicators.py does so."""
    for indicator in declared:
        if indicator.code in REGISTRY:
            raise ImproperlyConfigured(f"指标代码重复：{indicator.code}")
        REGISTRY[indicator.code] = indicator
    return declared


def known() -> list[Indicator]:
    """By field, and within a field as they are declared."""
    return sorted(REGISTRY.values(), key=lambda indicator: indicator.code.partition(".")[0])


@dataclass(frozen=True)
class Figure:
    """An indicator's value in a unit and a period; None where the register is not kept."""

    indicator: Indicator
    value: Value
    records: int | None = None
    hidden: bool = False  # so small, of a sensitive source, that it is not told


def figures(unit: str, period: Period, asked: Iterable[Indicator] | None = None) -> list[Figure]:
    """The asked figures (or all), reading each source once for a span of time."""
    wanted = known() if asked is None else list(asked)
    bases = {base for indicator in wanted for base in needed(indicator)}
    now = count(bases, unit, period)
    grown = {i.base for i in wanted if isinstance(i, Growth)}
    before = count(grown, unit, period.year_before) if grown else {}
    return [worked_out(indicator, now, before) for indicator in wanted]


def needed(indicator: Indicator) -> tuple[Count, ...]:
    if isinstance(indicator, Quotient):
        return (indicator.part, indicator.whole)
    return (indicator.counted,)


def worked_out(
    indicator: Indicator, now: Mapping[Count, Figure], before: Mapping[Count, Figure]
) -> Figure:
    if isinstance(indicator, Quotient):
        part, whole = now[indicator.part], now[indicator.whole]
        return Figure(indicator, indicator.of(part.value, whole.value), part.records)
    if isinstance(indicator, Growth):
        base = indicator.base
        return Figure(indicator, indicator.of(now[base].value, before[base].value))
    return now[indicator.counted]


def count(members: Iterable[Count], unit: str, period: Period) -> dict[Count, Figure]:
    passes: dict[tuple[Source, bool], list[Count]] = defaultdict(list)
    for member in members:
        passes[member.source, isinstance(member, Stock)].append(member)
    counted: dict[Count, Figure] = {}
    for group in passes.values():
        counted |= read(group, unit, period)
    return counted


def read(members: list[Count], unit: str, period: Period) -> dict[Count, Figure]:
    """The figures of one source: one pass, and one more where distinct things are counted."""
    cells = grouped(members, unit, period)
    if not cells and not is_kept(members[0], unit, period):
        return {member: Figure(member, None) for member in members}
    things = different([m for m in members if isinstance(m, Distinct)], unit, period, cells)
    made = {}
    for member in members:
        value = things[member.code] if isinstance(member, Distinct) else member.of(cells)
        size = value if isinstance(member, Distinct) else Count.of(member, cells)
        made[member] = Figure(member, value, int(size or 0))
    return made


def grouped(members: list[Count], unit: str, period: Period) -> list[dict[str, Any]]:
    """The rows of a source as cells, by the columns that the definitions name.

    All counting of a unit's rows reads these; a rollup of wide units would answer here.
    """
    source = members[0].source
    by = sorted({column for member in members for column in member.where})
    sums = {f"sum_{m.column}": models.Sum(m.column) for m in members if m.column}
    rows = source.all().filter(source.under(unit), members[0].spanning(period)).order_by()
    counted = {"rows": models.Count("*"), **sums}
    cells = rows.values(*by).annotate(**counted) if by else [rows.aggregate(**counted)]
    return [cell for cell in cells if cell["rows"]]


def is_kept(member: Count, unit: str, period: Period) -> bool:
    return member.source.kept or member.register(unit, period).exists()


def different(
    members: list[Distinct], unit: str, period: Period, cells: list[dict[str, Any]]
) -> dict[str, int]:
    if not members or not cells:
        return {member.code: 0 for member in members}
    source = members[0].source
    rows = source.all().filter(source.under(unit), members[0].spanning(period))
    found = rows.aggregate(**{f"d{n}": m.different() for n, m in enumerate(members)})
    return {member.code: found[f"d{n}"] for n, member in enumerate(members)}
