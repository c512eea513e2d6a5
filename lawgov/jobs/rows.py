"""The rows of a sheet judged one by one, by the same rules as a form: good, or with every fault."""

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.conf import settings
from django.utils import timezone

from lawgov.casework import facts as asked
from lawgov.casework.batch import Batch
from lawgov.casework.facts import Wrong
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.casework.writing import check_past
from lawgov.people.models import Seat, User
from lawgov.units import scope
from lawgov.units.models import Unit, full_names

from .columns import MARK, SAMPLE, UNIT, WHY, Column, Layout, filled_groups, given_by, words
from .sheets import Sheet
from .subjects import Made, Subject

MOST_NAMED = 20_000  # units in reach that are known by name; who has more writes codes
Faults = dict[str, list[str]]


class Read(NamedTuple):
    """A row in good form; whether it may be logged, the rules say."""

    line: int
    unit: str
    facts: dict[str, Any]
    cells: dict[Any, Any]
    digest: bytes  # the same row in the same kind, the same number of times, is the same digest


class Bad(NamedTuple):
    line: int
    faults: list[tuple[str, str]]  # label of the column, what is wrong
    cells: dict[str, Any]  # by label, as they came


class Reach:
    """The units that a person may log in, by code and by name; the system reaches them all."""

    def __init__(self, subject: Subject, by: User | None) -> None:
        self.by, self.roles = by, subject.roles
        self.stood: dict[str, list[Unit]] = {}
        self.seats: dict[str, Seat | None] = {}

    @cached_property
    def named(self) -> dict[str, list[str]]:
        spans = self.by.spans(self.roles) if self.by else [scope.span(scope.NATION)]
        inside = Unit.objects.current().filter(scope.within("code", spans))
        codes = list(inside.values_list("code", flat=True)[: MOST_NAMED + 1])
        found: dict[str, list[str]] = {}
        for code, name in full_names(codes[:MOST_NAMED]).items():
            found.setdefault(name, []).append(code)
        return found if len(codes) <= MOST_NAMED else {}

    def unit(self, cell: Any) -> str:
        """The code, of a code, of a name, or of a name with the code behind it."""
        text = words(cell).strip()
        code = text.rpartition(" ")[2]
        if code.isascii() and code.isdigit():
            return code
        codes = self.named.get(text, [])
        if len(codes) > 1:
            raise Wrong("有几个同名单位，请填单位代码")
        if not codes:
            raise Wrong("您的数据范围内没有这个单位，请填单位代码或全称")
        return codes[0]

    def seat(self, unit: str) -> int | None:
        if self.by is None:
            return None
        if unit not in self.seats:
            self.seats[unit] = self.by.seat_for(self.roles, unit)
        if not (seat := self.seats[unit]):
            raise Wrong("不在您的数据范围内")
        return seat.id

    def stands(self, code: str, day: date) -> bool:
        if code not in self.stood:
            self.stood[code] = list(Unit.objects.filter(code=code))
        return any(unit.stands(day) for unit in self.stood[code])

    def check(self, unit: str, day: date) -> None:
        if not self.stands(unit, day):
            raise Wrong("没有这个单位，或该单位已撤销")
        if not self.stands(scope.street(unit), day) or len(unit) < len(scope.street(unit)):
            raise Wrong("该单位所属的街镇不在册，不能编号")


class Judge:
    """Reads the rows of one sheet for one subject, as one person (or the system) would log them."""

    def __init__(self, subject: Subject, sheet: Sheet, by: User | None) -> None:
        self.subject, self.by, self.at = subject, by, timezone.now()
        self.layout = Layout(subject)
        self.reach = Reach(subject, by)
        self.times: Counter[bytes] = Counter()
        if sheet.version and sheet.version != self.layout.version:
            raise BadFacts({"file": ["模板已更新，请下载新模板填写"]})
        head = sheet.rows[0] if sheet.rows else []
        self.places = self.layout.places(head)
        self.lines = [(n, row) for n, row in enumerate(sheet.rows[1:], 2) if self.counts(row)]

    def counts(self, row: list[Any]) -> bool:
        """Neither blank nor the sample."""
        mark = next((p for p, what in self.places.items() if what == MARK), None)
        filled = [place for place, cell in enumerate(row) if cell is not None]
        if mark is not None and mark < len(row) and str(row[mark] or "").strip() == SAMPLE:
            return False
        return any(place != mark for place in filled)

    def readings(self) -> Iterator[Read | Bad]:
        for line, row in self.lines:
            yield self.reading(line, row)

    def reading(self, line: int, row: list[Any]) -> Read | Bad:
        if len(row) > len(self.places):
            return Bad(line, [("", "单元格多于表头")], {})
        cells = {self.places[place]: cell for place, cell in enumerate(row)}
        facts, unit, faults = self.read(cells)
        if faults:
            return self.bad(line, cells, faults)
        return Read(line, unit, facts, cells, self.digest(unit, facts))

    def add(self, row: Read, batch: Batch) -> Bad | Made:
        """The row in the batch, if the rules let it; nothing is written before the batch is."""
        try:
            check_past(row.facts.get("on"), settings.IMPORT_BACKDATED_DAYS)
            self.reach.check(row.unit, row.facts.get("on") or timezone.localdate())
            seat = self.reach.seat(row.unit)
            return self.subject.add(batch, row.unit, row.facts, by=self.by, post=seat, at=self.at)
        except BadFacts as bad:
            return self.bad(row.line, row.cells, bad.errors)
        except StepRefused as refused:
            return self.bad(row.line, row.cells, {"": refused.reasons})
        except Wrong as wrong:
            return self.bad(row.line, row.cells, {UNIT: [str(wrong)]})

    def bad(self, line: int, cells: dict[Any, Any], faults: Faults) -> Bad:
        return Bad(line, self.told(faults), labelled(cells))

    def read(self, cells: dict[Any, Any]) -> tuple[dict[str, Any], str, Faults]:
        """The facts, the unit, and what is wrong by the form of each."""
        filled = {c: cell for c, cell in cells.items() if isinstance(c, Column)}
        given, unfit = given_by(filled)
        facts, unit = {}, ""
        faults: Faults = {}
        try:
            facts = asked.read(self.subject.facts, given)
        except BadFacts as bad:
            faults = renamed(bad.errors, filled_groups(filled))
        try:
            unit = self.reach.unit(cells.get(UNIT)) if cells.get(UNIT) is not None else ""
            if not unit:
                raise Wrong("必填")
            self.reach.seat(unit)
        except Wrong as wrong:
            faults[UNIT] = [str(wrong)]
        return facts, unit, faults | unfit

    def told(self, faults: Faults) -> list[tuple[str, str]]:
        """The faults in the order of the columns, under their labels."""
        labels = {UNIT: UNIT} | {column.name: column.label for column in self.layout.columns}
        labels |= {name: fact.label for name, fact in self.subject.facts.items()} | labels
        order = list(labels)
        names = sorted(faults, key=lambda n: order.index(n) if n in order else len(order))
        return [(labels.get(name, ""), "；".join(faults[name])) for name in names]

    def digest(self, unit: str, facts: dict[str, Any]) -> bytes:
        """Keyed, since it is made of personal values; the n-th time that a row comes is another."""
        text = json.dumps([self.subject.kind, unit, facts], default=str, sort_keys=True)
        own = keyed(text)
        self.times[own] += 1
        return keyed(f"{own.hex()} {self.times[own]}")


def keyed(text: str) -> bytes:
    return hmac.new(settings.INDEX_KEY.encode(), text.encode(), hashlib.sha256).digest()


def renamed(errors: Faults, groups: dict[str, list[int]]) -> Faults:
    """Faults of lists under the group that the row came from: blank groups were left out."""
    found: Faults = {}
    for name, why in errors.items():
        head, _, rest = name.partition(".")
        place, _, inner = rest.partition(".")
        if head in groups and place.isdigit() and int(place) < len(groups[head]):
            name = f"{head}.{groups[head][int(place)]}.{inner}"
        found[name] = why
    return found


def labelled(cells: dict[Any, Any]) -> dict[str, Any]:
    """As they came, for the sheet of errors: it has the template's own head."""
    return {
        what.label if isinstance(what, Column) else what: cell
        for what, cell in cells.items()
        if what not in (MARK, WHY) and cell is not None
    }
