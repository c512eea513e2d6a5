"""Small cells of sensitive sources: not told, nor what they could be worked out from."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from django.conf import settings

from lawgov.units import scope

from .indicators import Figure, Indicator, Value, figures
from .periods import Period

STREET = scope.STREET_DIGITS


def is_small(value: Value) -> bool:
    return value is not None and 0 < value < settings.SMALL_CELL


def is_wide(unit: str, period: Period) -> bool:
    """A whole year of a street or more: of less, the difference of two figures tells of a few."""
    whole = not period.part and (period.deadline is None or period.end >= period.until)
    return len(unit) <= STREET and whole


def told(unit: str, period: Period, asked: Sequence[Indicator] | None = None) -> list[Figure]:
    """The figures as a reader gets them; the system counts with `figures`."""
    return [shut(each, unit, period) for each in figures(unit, period, asked)]


def shut(figure: Figure, unit: str, period: Period) -> Figure:
    if not figure.indicator.counted.source.sensitive or figure.value is None:
        return figure
    if is_wide(unit, period) and not is_small(figure.value):
        return figure
    return replace(figure, value=None, records=None, hidden=True)


def kept_back(values: Sequence[Value]) -> set[int]:
    """The places of the parts of a whole that are not told: the small ones, and so many of the next
    larger that neither one nor a few can be had by taking the others from the whole."""
    held = {place for place, value in enumerate(values) if is_small(value)}
    others = sorted((not value, value, n) for n, value in enumerate(values) if value is not None)
    rest = [place for _, _, place in others if place not in held]
    while held and rest and not is_safe([values[place] or 0 for place in held]):
        held.add(rest.pop(0))
    return held


def is_safe(values: Sequence[int | Decimal]) -> bool:
    return len(values) > 1 and sum(values) >= settings.SMALL_CELL
