"""One thing in a file, found in the records: a paper, a sheet that tells of them, or a file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lawgov.casework.models import Attachment, Case, Event
from lawgov.casework.moves import spoken
from lawgov.casework.web.words import spelled
from lawgov.documents.papers import PAPERS, Content, Row
from lawgov.documents.values import Masked, Plain
from lawgov.people.models import User

Shown = Masked | Plain
Rows = Callable[[Shown], list[Row]]


@dataclass(frozen=True)
class Piece:
    """Its name in the contents, and what it is printed from: rows, lines, a paper, what a
    paper would say of one record, or a file."""

    label: str
    on: date | None
    rows: Rows | None = None
    lines: tuple[str, ...] = ()
    paper: str = ""
    file: Attachment | None = None
    content: Callable[[Shown], Content] | None = None
    layout: str = ""
    number: str = ""


Finder = Callable[[Case], list[Piece]]
Above = Callable[[Case, Shown], list[Row]]


def told(event: Event, shown: Shown) -> Row:
    """A step as one row of a sheet: what it states, by whom and when."""
    said = [f"{label}：{shown.text(words)}" for label, words in spoken(event) if words]
    by = event.by.name if event.by else "系统"
    return event.label, "\n".join([*said, f"{by}　{event.on}"])


def of_steps(label: str, *steps: str, by: str = "", above: Above | None = None) -> Finder:
    """A sheet of what was said at these steps; there is none before `by` (or any) was taken."""

    def find(case: Case) -> list[Piece]:
        events = [event for event in case.history if event.step in steps]
        if not any(event.step == (by or event.step) for event in events):
            return []

        def rows(shown: Shown) -> list[Row]:
            return [*(above(case, shown) if above else ()), *(told(e, shown) for e in events)]

        return [Piece(label, events[-1].on, rows=rows)]

    return find


def of_part(
    part: str, label: str, keep: Callable[[Any], bool] = lambda row: True, names: Any = ()
) -> Finder:
    """A sheet for each row of a part."""

    def find(case: Case) -> list[Piece]:
        rows = [row for row in case.part(part) if keep(row)]
        return [sheet(case, row, label, part, names) for row in rows]

    return find


def sheet(case: Case, row: Any, label: str, part: str, names: Iterable[str] = ()) -> Piece:
    def rows(shown: Shown) -> list[Row]:
        return [*spelled(case, row, tuple(names), part=part, mask=shown.text), *officials(row)]

    return Piece(label, day_of(row), rows=rows, number=getattr(row, "number", ""))


def officials(row: Any) -> list[Row]:
    """The people of the house whom a row names: who chaired, who reviewed."""
    columns = [column for column in row._meta.fields if column.related_model is User]
    named = [(str(column.verbose_name), getattr(row, column.name)) for column in columns]
    return [(label, user.name) for label, user in named if user]


def day_of(row: Any) -> date | None:
    days = (getattr(row, name, None) for name in ("held_on", "taken_on", "on"))
    return next((day for day in days if day), None)


def of_papers(*codes: str) -> Finder:
    """The papers of these codes as far as the case has come to them, final texts by number."""

    def find(case: Case) -> list[Piece]:
        known = PAPERS.get(case.kind, {})
        finals = {row.paper: row for row in case.part("finals")}
        found = [known[code] for code in codes if code in known and known[code].ready(case)]
        return [
            Piece(
                paper.label,
                finals[paper.code].on if paper.code in finals else ready_on(case, paper.after),
                paper=paper.code,
                number=finals[paper.code].number if paper.code in finals else "",
            )
            for paper in found
        ]

    return find


def ready_on(case: Case, after: tuple[str, ...]) -> date | None:
    return next((event.on for event in case.history if event.step in after), None)


def either(*finders: Finder) -> Finder:
    """What the first finds that finds anything."""
    return lambda case: next((found for each in finders if (found := each(case))), [])


def each_of(*finders: Finder) -> Finder:
    """What all of them find, one after the other."""
    return lambda case: [piece for find in finders for piece in find(case)]
