"""Stored columns in words: read through the fact that asked for them, so both say the same."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model

from lawgov.privacy.masks import mask_text

from ..facts import Fact, Many, Money
from ..models import Case
from ..procedure import PROCEDURES, Procedure

Pair = tuple[str, str]
Mask = Callable[[str], str]
NOTHING: tuple[Any, ...] = (None, "", False, [])


class Column(NamedTuple):
    """One thing said of a row: its label and its words."""

    label: str
    value: Callable[[Any], Any]


def inside(column: Column, reach: Callable[[Any], Any]) -> Column:
    """The column of what lies inside a row."""
    return Column(column.label, lambda row: column.value(reach(row)))


@cache
def asking(kind: str, part: str = "") -> Mapping[str, Fact]:
    """Each column's fact: of a part's, that of the steps or lists making it; else any step's."""
    steps = PROCEDURES[kind].steps.values()
    near = [step.facts for step in steps if step.part == part]
    far = [] if part else [step.facts for step in steps if step.part]
    rows = [step.facts.get(part) for step in steps] if part else []
    lists = [rows_of.of or {} for rows_of in rows if isinstance(rows_of, Many)]
    return {name: fact for facts in [*far, *lists, *near] for name, fact in facts.items()}


def stated(procedure: Procedure, relation: str, name: str, as_number: bool) -> Column:
    """A column of the case or of the kind's own table; in a sheet money can be summed."""
    own = name in {column.name for column in Case._meta.fields}
    model = Case if own else apps.get_model(procedure.detail)
    column: Any = model._meta.get_field(name)
    row: Callable[[Case], Any] = (lambda case: case) if own else attrgetter(relation)
    fact = asking(procedure.kind).get(name)
    if as_number and isinstance(fact, Money):
        return Column(f"{fact.label}（元）", lambda case: Decimal(getattr(row(case), name)) / 100)
    label = fact.label if fact else str(column.verbose_name)
    return Column(label, lambda case: said(row(case), column, fact, case.opened_on)[1])


def spelled(
    case: Case, row: Model, names: Sequence[str] = (), part: str = "", mask: Mask = mask_text
) -> list[Pair]:
    """The columns of a row (all, if none is named) that say something, as label and words."""
    facts = asking(case.kind, part)
    columns = [row._meta.get_field(name) for name in names] or row._meta.fields
    pairs = (said(row, column, facts.get(column.name), case.opened_on, mask) for column in columns)
    return [pair for pair in pairs if pair[1]]


def said(row: Model, column: Any, fact: Fact | None, day: date, mask: Mask = mask_text) -> Pair:
    """As it was called on the day: past years keep their names."""
    value = getattr(row, column.attname)
    label = fact.label if fact else str(column.verbose_name)
    if column.primary_key or column.is_relation or not column.editable or value in NOTHING:
        return label, ""
    if column.choices:
        return label, str(dict(column.flatchoices)[value])
    if value is True:
        return label, "是"
    if fact:
        return label, mask(fact.on(day).shown(fact.kept(value)))
    return label, mask("、".join(map(str, value)) if isinstance(value, list) else str(value))
