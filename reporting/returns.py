"""A return (统计报表): figures laid out as a higher office asks for them, each with its records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.http import Http404
from django.utils.timezone import localdate

from .asking import Question
from .indicators import Figure, Indicator
from .periods import Period
from .small import told


class Line(NamedTuple):
    label: str
    indicator: Indicator


class Section(NamedTuple):
    title: str
    lines: tuple[Line, ...]


def end_of_year(unit: str, year: int) -> date:
    return date(year, 12, 31)


@dataclass(frozen=True)
class Return:
    """What is asked, in which order, and up to which day of the year it counts in a unit."""

    code: str
    name: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    last_day: Callable[[str, int], date] = end_of_year

    def question(self, asked: Question) -> Question:
        """The year by the return's own range, unless another span or day was named."""
        if asked.period.part or asked.period.deadline:
            return asked
        year, unit = asked.period.year, asked.unit.code
        last = min(self.last_day(unit, year), localdate())
        whole = last in (date(year, 12, 31), localdate())
        return asked._replace(period=Period.of(year, as_of=None if whole else last))


class Row(NamedTuple):
    label: str
    figure: Figure


RETURNS: dict[str, Return] = {}


def register(declared: Return) -> Return:
    """Make a return known; an app's indicators.py does so."""
    RETURNS[declared.code] = declared
    return declared


def find(code: str) -> Return:
    if code not in RETURNS:
        raise Http404
    return RETURNS[code]


def filled(wanted: Return, asked: Question) -> list[tuple[str, list[Row]]]:
    """Every line with its figure, each source read once."""
    lines = [line for section in wanted.sections for line in section.lines]
    by_code = values((line.indicator for line in lines), asked)
    return [
        (section.title, [Row(line.label, by_code[line.indicator.code]) for line in section.lines])
        for section in wanted.sections
    ]


def values(indicators: Iterable[Indicator], asked: Question) -> dict[str, Figure]:
    found = told(asked.unit.code, asked.period, list(indicators))
    return {figure.indicator.code: figure for figure in found}
