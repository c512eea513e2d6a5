"""The bulk twin of the write path: the same checks and the same rows, written by COPY."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from lawgov.people.models import User
from lawgov.units.models import Unit

from . import facts as asked
from .chain import CASE, digest
from .models import Case, Counter, Entry
from .moves import Move
from .procedure import PROCEDURES
from .refusals import BadFacts
from .registers import REGISTERS
from .store import case_ids, entry_ids, shape, value
from .writing import entry_of, number_stem, sealed

# Called with the cases that were just written, in the same transaction.
saved: list[Callable[[list[Case]], None]] = []


class Batch:
    """Cases and entries worked out in memory, then saved all or nothing.

    Steps are checked as `take` checks them, but for the seat: a loader speaks for the people it
    names, and says which post each acted on. Events carry the time that is given for them. What
    lies in the past causes nothing later, so no row goes to the outbox. Where cases name each other
    (`linked`), each has its id from the first.
    """

    def __init__(self, linked: bool = False) -> None:
        self.linked = linked
        self.begun: set[int] = set()  # the cases in memory that are not saved yet
        self.opened: list[tuple[Case, str]] = []
        self.moves: list[Move] = []
        self.entries: list[Entry] = []
        self.headings: dict[str, str] = {}

    def open(
        self, kind: str, unit: str, *, by: User, post: int | None, at: datetime, **given: Any
    ) -> Case:
        procedure = PROCEDURES[kind]
        facts = asked.read(procedure.steps[procedure.opening].facts, given)
        return self.begin(kind, unit, facts, by=by, post=post, at=at)

    def begin(
        self,
        kind: str,
        unit: str,
        facts: dict[str, Any],
        *,
        by: User | None,
        post: int | None,
        at: datetime,
    ) -> Case:
        """Open a case with facts that were read before."""
        procedure = PROCEDURES[kind]
        # Else the id is drawn when all are known; the hashes wait for it (see `save`).
        case = Case(id=case_ids.next() if self.linked else None, kind=kind, unit=unit, desk=unit)
        case.known_parts.update({part: [] for part in procedure.parts})
        self.move(case, procedure.opening, facts, by, post, at)
        self.opened.append((case, procedure.steps[procedure.opening].number))
        self.begun.add(id(case))
        return case

    def take(
        self, case: Case, name: str, /, *, by: User, post: int | None, at: datetime, **given: Any
    ) -> None:
        if id(case) not in self.begun:
            raise ValueError("已存的案件不能成批续办")  # its events are not in memory to chain on
        self.move(case, name, asked.read(case.procedure.steps[name].facts, given), by, post, at)

    def move(
        self, case: Case, name: str, facts: Any, by: User | None, post: int | None, at: datetime
    ) -> None:
        if at > timezone.now():
            raise BadFacts({"at": ["不能晚于现在"]})
        self.moves.append(Move(case, name, facts, by=by, post=post, at=at))

    def log(self, kind: str, unit: str, *, by: User, post: int | None, **given: Any) -> Entry:
        return self.note(kind, unit, asked.read(REGISTERS[kind].facts, given), by=by, post=post)

    def note(
        self, kind: str, unit: str, facts: dict[str, Any], *, by: User | None, post: int | None
    ) -> Entry:
        """Log an entry with facts that were read before."""
        entry = entry_of(REGISTERS[kind], unit, facts, by=by, post=post)
        self.entries.append(entry)
        return entry

    def save(self) -> None:
        """Write everything in one transaction; a fault leaves nothing."""
        self.check_units()
        with transaction.atomic():
            self.give_ids()
            self.give_numbers()
            self.number_parts()
            copy(case for case, _ in self.opened)
            copy_each(case.detail for case, _ in self.opened if case.procedure.detail)
            copy(move.event for move in self.moves)
            copy_each(row for move in self.moves for row in move.parts)
            copy(self.entries)
            for function in saved:
                function([case for case, _ in self.opened])
        self.begun.clear()

    def check_units(self) -> None:
        """Each unit, and the street that numbers its cases, stood on the day."""
        days = {(case.unit, case.opened_on) for case, _ in self.opened}
        days |= {(case.registry, case.opened_on) for case, _ in self.opened}
        days |= {(entry.unit, entry.on) for entry in self.entries}
        known: dict[str, list[Unit]] = defaultdict(list)
        for unit in Unit.objects.filter(code__in={code for code, _ in days}):
            known[unit.code].append(unit)
        missing = {code for code, day in days if not any(u.stands(day) for u in known[code])}
        if missing:
            raise BadFacts({"unit": [f"没有这些单位，或已撤销：{'、'.join(sorted(missing)[:5])}"]})
        for code, units in known.items():
            self.headings[code] = max(units, key=lambda u: u.since or date.min).heading

    def give_ids(self) -> None:
        if not self.linked:
            for (case, _), pk in zip(self.opened, case_ids.many(len(self.opened)), strict=True):
                case.pk = pk
        heads: dict[int, bytes] = defaultdict(bytes)
        for move in self.moves:
            move.name_case(heads[move.case.pk])
            heads[move.case.pk] = bytes(move.event.hash)
        for case, _ in self.opened:
            case.head = digest(case, CASE, heads[case.pk])
        for entry, pk in zip(self.entries, entry_ids.many(len(self.entries)), strict=True):
            sealed(entry, pk)

    def give_numbers(self) -> None:
        """One jump of each street's counter, then the numbers in the order of opening."""
        runs: dict[tuple[str, str, int], list[tuple[Case, str]]] = defaultdict(list)
        for case, word in self.opened:
            runs[case.registry, case.kind, case.year or 0].append((case, word))
        for (registry, kind, year), cases in sorted(runs.items()):
            serial = advance(registry, kind, year, len(cases)) - len(cases)
            stem = number_stem(self.headings[registry], "{}", year)
            for case, word in sorted(cases, key=lambda pair: pair[0].opened_on):
                serial += 1
                case.serial, case.number = serial, f"{stem.format(word)}{serial}号"

    def number_parts(self) -> None:
        """The rows that a step numbers, in the order of their days."""
        runs: dict[tuple[str, str, int], list[Move]] = defaultdict(list)
        for move in self.moves:
            if move.step.numbers:
                word = move.step.numbers(move.case, move.facts)
                runs[move.case.registry, word, move.on.year].append(move)
        for (registry, word, year), moves in sorted(runs.items()):
            first = advance(registry, word, year, len(moves)) - len(moves) + 1
            stem = number_stem(self.headings[registry], word, year)
            for serial, move in enumerate(sorted(moves, key=lambda m: m.on), first):
                move.parts[0].number = f"{stem}{serial}号"  # type: ignore[attr-defined]


def advance(registry: str, kind: str, year: int, by: int) -> int:
    """The counter after `by` more numbers."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Counter._meta.db_table} AS c (unit, kind, year, n)"
            " VALUES (%s, %s, %s, %s) ON CONFLICT (unit, kind, year)"
            " DO UPDATE SET n = c.n + EXCLUDED.n RETURNING n",
            [registry, kind, year, by],
        )
        return int(cursor.fetchone()[0])


def copy_each(rows: Iterable[Model]) -> None:
    """COPY rows of several models, each model where its first row stands."""
    found: dict[type, list[Model]] = defaultdict(list)
    for row in rows:
        found[type(row)].append(row)
    for same in found.values():
        copy(same)


def copy(rows: Iterable[Model]) -> None:
    """COPY rows of one model."""
    rows = list(rows)
    if not rows:
        return
    given = shape(type(rows[0]), rows[0].pk is not None)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {given.columns} FROM STDIN") as stream,
    ):
        for row in rows:
            stream.write_row([value(f, row) for f in given.fields])
