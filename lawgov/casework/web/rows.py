"""Rows of a list as they are shown: units by name, clocks as lights, numbers of people masked."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lawgov.privacy.masks import mask_text
from lawgov.units.models import full_names

from ..models import Case, Entry
from .lights import Light, of_case
from .words import Column

Cells = list[tuple[str, str]]


class CaseRow(NamedTuple):
    case: Case
    title: str
    unit: str
    desk: str
    light: Light
    cells: Cells

    @staticmethod
    def columns_out() -> tuple[tuple[Column, ...], tuple[Column, ...]]:
        """What every sheet of cases begins and ends with."""
        return (
            (
                Column("编号", lambda row: row.case.number),
                Column("名称", lambda row: row.title),
            ),
            (
                Column("所属单位", lambda row: row.unit),
                Column("经办单位", lambda row: row.desk),
                Column("承办人", lambda row: row.case.handler.name if row.case.handler else ""),
                Column("状态", lambda row: row.case.state_label),
                Column("登记日期", lambda row: row.case.opened_on),
                Column("到期日", lambda row: row.case.due_on or ""),
                Column("办结日期", lambda row: row.case.closed_on or ""),
            ),
        )


def case_rows(cases: Iterable[Case], columns: Sequence[Column]) -> list[CaseRow]:
    cases = list(cases)
    called = full_names({code for case in cases for code in (case.unit, case.desk)})
    return [
        CaseRow(
            case,
            mask_text(case.title),
            called.get(case.unit, case.unit),
            called.get(case.desk, case.desk),
            of_case(case),
            [(column.label, column.value(case)) for column in columns],
        )
        for case in cases
    ]


class EntryRow(NamedTuple):
    entry: Entry
    place: str
    cells: Cells

    @staticmethod
    def columns_out(labels: Sequence[str]) -> tuple[Column, ...]:
        return (
            Column("单位", lambda row: row.place),
            *(Column(label, cell(place)) for place, label in enumerate(labels)),
            Column("登记人", lambda row: row.entry.by.name if row.entry.by else ""),
            Column("有效性", lambda row: "已作废" if row.entry.void else "有效"),
        )


def cell(place: int) -> Callable[[EntryRow], str]:
    return lambda row: row.cells[place][1]


def entry_rows(entries: Iterable[Entry]) -> list[EntryRow]:
    entries = list(entries)
    called = full_names({entry.unit for entry in entries})
    return [
        EntryRow(
            entry,
            called.get(entry.unit, entry.unit),
            [(label, mask_text(words)) for label, words in entry.stated()],
        )
        for entry in entries
    ]
