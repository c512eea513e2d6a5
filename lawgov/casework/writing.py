"""The one way to change a case or to log an entry: check, then write everything together."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import UploadedFile
from django.db import DataError, IntegrityError
from django.utils import timezone

from lawgov.people.models import User
from lawgov.units import scope
from lawgov.units.models import Unit, heading

from . import facts as asked
from . import upload
from .chain import ENTRY, digest
from .common import IN_DAY
from .limits import BACKDATED
from .models import Attachment, Case, Counter, Entry, Event, Idempotency, Outbox
from .moves import Move
from .procedure import KNOWINGLY, PROCEDURES, Step
from .refusals import AnotherBody, BadFacts, Doubtful, NotYours, StepRefused
from .registers import COLUMNS, REGISTERS, Register
from .store import Together, case_ids, entry_ids

LOST_RACE = {"event_in_turn", "idempotency_once"}  # constraints at which two writers meet
TAKEN = "已被他人处理，请核对最新情况后再提交"


class Wish:
    """What a user asked under a key; asked again it gets the same answer and does nothing."""

    def __init__(self, by: User | None, key: str, *about: Any) -> None:
        self.by, self.key = by, key
        text = json.dumps(about, default=spelled, sort_keys=True, ensure_ascii=False)
        self.fingerprint = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        if key and not (key.isascii() and key.isprintable() and len(key) <= 255):
            raise BadFacts({"Idempotency-Key": ["应为不超过255个字符的英文数字"]})

    def granted(self) -> Idempotency | None:
        """The earlier grant under this key, if there is one."""
        if not self.key:
            return None
        known = Idempotency.objects.filter(user=self.by, key=self.key).first()
        if known and bytes(known.fingerprint) != self.fingerprint:
            raise AnotherBody("同一幂等键已用于另一内容")
        return known

    def add(self, write: Together, **of: Any) -> None:
        if self.key:
            row = Idempotency(user=self.by, key=self.key, fingerprint=self.fingerprint, **of)
            write.insert(row)


def spelled(value: Any) -> str:
    """A file is the same wish only with the same bytes."""
    return upload.sha256(value) if isinstance(value, UploadedFile) else str(value)


def refuse_in_words(error: IntegrityError) -> None:
    """Refuse with what a constraint of ours says, where it says it in words of its own."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
    every = (each for model in apps.get_models() for each in model._meta.constraints)
    held = next((each for each in every if each.name == name), None)
    if held and held.violation_error_message != held.default_violation_error_message:
        raise StepRefused(str(held.violation_error_message)) from error


def lost_race(error: IntegrityError, case: Case) -> bool:
    """Somebody wrote what we worked out too. The parts of the write are done in no set order, so a
    row of a part may say it before the event does."""
    if getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") in LOST_RACE:
        return True
    return Case.objects.filter(pk=case.pk, version__gte=case.version).exists()


def take(
    case: Case,
    name: str,
    *,
    by: User | None,
    seen: int | None = None,
    key: str = "",
    given: Mapping[str, Any],
) -> Event:
    """Take a step. By nobody: the system takes one that no role may, since a time ran out."""
    wish = Wish(by, key, case.pk, name, given)
    try:
        post = case.post_of(by, case.procedure.steps[name])
        if seen is not None and seen != case.version:
            raise StepRefused(TAKEN)
        return write_step(case, name, post, wish, given)
    except (NotYours, StepRefused, IntegrityError) as trouble:
        if isinstance(trouble, IntegrityError) and not lost_race(trouble, case):
            refuse_in_words(trouble)
            raise
        # A step may move the case off the desk of who took it: what was granted stays granted,
        # to who still sees the case.
        if (known := wish.granted()) and (by is None or sees(by, case)):
            case.refresh_from_db()
            return case.events.get(seq=known.seq)
        if isinstance(trouble, IntegrityError):
            case.refresh_from_db()
            raise StepRefused(TAKEN) from trouble
        raise


def sees(by: User, case: Case) -> bool:
    return Case.objects.visible_to(by).filter(pk=case.pk).exists()


def write_step(
    case: Case, name: str, post: int | None, wish: Wish, given: Mapping[str, Any]
) -> Event:
    step = case.procedure.steps[name]
    case.procedure.turn(step, case)
    facts = asked.read(step.facts, given)
    check_past(facts.get("on"), BACKDATED.on(case.unit))
    seen = case.version
    move = Move(case, name, facts, by=wish.by, post=post, at=timezone.now())
    look_twice(move)
    write = Together()
    write.update(case, move.changed, "AND version = %s", seen)
    if move.detailed:
        write.update(case.detail, move.changed_detail)
    for row, names in move.altered:
        write.update(row, names)
    add_rows(write, move, wish)
    try:
        write.run()
    except (IntegrityError, DataError):
        # Only where the database has said no: after a lost connection the row may well stand.
        upload.forget(move.parts)
        raise
    forget_new(move)
    return move.event


def look_twice(move: Move) -> None:
    """Nothing is written that its taker would not have, had they known what there is already."""
    asks = move.step.doubts if not move.facts.get(KNOWINGLY) else None
    if words := asks and asks(move.case, move.told):
        raise Doubtful(*words)


def forget_new(move: Move) -> None:
    """The database gave the new rows their ids: who asks for them reads them again."""
    if move.parts:
        move.case.known_parts.clear()


def add_rows(write: Together, move: Move, wish: Wish) -> None:
    """What every step writes beside the case: the event, the parts, the outbox, the key."""
    write.insert(move.event)
    for model in {type(row) for row in move.parts}:
        rows = [row for row in move.parts if type(row) is model]
        write.insert(*rows, **numbering(write, move, rows))
    write.insert(told(move.event))
    wish.add(write, case=move.case, seq=move.event.seq)


def numbering(write: Together, move: Move, rows: list[Any]) -> dict[str, str]:
    """The number of the row that the step makes of its own part, where the step gives one."""
    if not move.step.numbers or rows[0] is not move.parts[0]:
        return {}
    case, word = move.case, move.step.numbers(move.case, move.facts)
    allot(write, case.registry, case.registry, kind=word, word=word, year=move.on.year)
    return {"number": "(SELECT text FROM numbered)"}


def told(event: Event) -> Outbox:
    """The word to the worker that something was done; it names ids, never people."""
    about = {"case": event.case_id, "seq": event.seq, "step": event.step}
    return Outbox(topic=event.kind, payload=about)


def open_new(kind: str, *, by: User | None, unit: str, key: str, given: Mapping[str, Any]) -> Case:
    step = PROCEDURES[kind].steps[PROCEDURES[kind].opening]
    wish = Wish(by, key, kind, unit, given)
    post = opening_post(by, step, unit)
    try:
        return write_case(kind, unit, post, wish, given)
    except (BadFacts, StepRefused, IntegrityError) as trouble:
        if known := wish.granted():
            return Case.objects.get(pk=known.case_id or 0)
        if isinstance(trouble, IntegrityError):
            check_unit(unit)
            refuse_in_words(trouble)
        raise


def opening_post(by: User | None, step: Step, unit: str) -> int | None:
    if by:
        return int(seat_in(by, step.roles, unit, step.label).id)
    if not step.public:
        raise NotYours(f"{step.label}须由人办理")
    return None


def write_case(
    kind: str, unit: str, post: int | None, wish: Wish, given: Mapping[str, Any]
) -> Case:
    name = PROCEDURES[kind].opening
    facts = asked.read(PROCEDURES[kind].steps[name].facts, given)
    check_past(facts.get("on"), BACKDATED.on(unit))
    case = Case(id=case_ids.next(), kind=kind, unit=unit, desk=unit)
    move = Move(case, name, facts, by=wish.by, post=post, at=timezone.now())
    look_twice(move)
    write = Together()
    add_case(write, move)
    add_rows(write, move, wish)
    case.number, case.serial = write.run("SELECT number, serial FROM opened")
    forget_new(move)
    return case


def seat_in(by: User, roles: Any, unit: str, what: str) -> Any:
    """The post under which something may be logged in a unit."""
    if not by.roles & set(roles):
        raise NotYours(f"{what}须由{'、'.join(str(role.label) for role in roles)}办理")
    seat = by.seat_for(roles, unit)
    if not seat:
        raise BadFacts({"unit": ["不在您的数据范围内"]})
    return seat


def check_unit(unit: str) -> None:
    """The unit must be in force, and so must its street, which gives the numbers."""
    street = scope.street(unit)
    known = set(Unit.objects.current().filter(code__in={unit, street}).values_list("code"))
    if (unit,) not in known:
        raise BadFacts({"unit": ["没有这个单位，或该单位已撤销"]})
    if (street,) not in known:
        raise BadFacts({"unit": ["该单位所属的街镇不在册，不能编号"]})


def add_case(write: Together, move: Move) -> None:
    """The new case with its number: the next of its street, kind and year, in the same write."""
    case = move.case
    year = move.on.year
    allot(write, case.unit, case.registry, kind=case.kind, word=move.step.number, year=year)
    write.insert(
        case,
        name="opened",
        serial="(SELECT n FROM numbered)",
        number="(SELECT text FROM numbered)",
    )
    if move.procedure.detail:
        write.insert(case.detail)


def allot(write: Together, unit: str, registry: str, *, kind: str, word: str, year: int) -> None:
    """The next number of a street, for a kind and a year, as the part `numbered`.

    Where the unit does not stand there is no heading, so no number, and nothing is written.
    """
    write.sql("standing", *heading(unit, registry))
    write.sql(
        "counted",
        f'INSERT INTO {Counter._meta.db_table} AS c (unit, kind, year, n) VALUES (%s, %s, %s, 1)'
        " ON CONFLICT (unit, kind, year) DO UPDATE SET n = c.n + 1 RETURNING n",
        registry, kind, year,
    )  # fmt: skip
    write.sql(
        "numbered",
        "SELECT n, (SELECT heading FROM standing) || %s::text || n || '号' AS text FROM counted",
        number_stem("", word, year),
    )


def number_stem(mark: str, word: str, year: int) -> str:
    """As in 垡人调字〔2023〕第12号, up to the serial."""
    return f"{mark}{word}〔{year}〕第"


def log(kind: str, *, by: User, unit: str, key: str, given: Mapping[str, Any]) -> Entry:
    register = REGISTERS[kind]
    wish = Wish(by, key, kind, unit, given)
    seat = seat_in(by, register.writers, unit, register.label)
    try:
        check_unit(unit)
        facts = asked.read(register.facts, given)
        check_past(facts.get("on"), BACKDATED.on(unit))
        return write_entry(entry_of(register, unit, facts, by=by, post=seat.id), facts, wish)
    except (BadFacts, IntegrityError):
        if known := wish.granted():
            return Entry.objects.get(pk=known.entry_id or 0)
        raise


def write_entry(entry: Entry, facts: Mapping[str, Any], wish: Wish) -> Entry:
    write = Together()
    write.insert(sealed(entry, entry_ids.next()))
    files = files_of(entry, facts)
    write.insert(*files)
    wish.add(write, entry=entry)
    try:
        write.run()
    except (IntegrityError, DataError):
        upload.forget(files)
        raise
    return entry


def files_of(entry: Entry, facts: Mapping[str, Any]) -> list[Attachment]:
    """The rows of the files that an entry brings; its hash covers theirs."""
    given = [each for name in entry.register.brings for each in facts.get(name, ())]
    if len({each.sha256 for each in given}) < len(given):
        raise BadFacts({entry.register.brings[0]: ["所选文件中有内容相同的"]})
    if given and not upload.in_day(None, {"by": entry.by, "file": given}):
        raise StepRefused(str(IN_DAY))
    stamp = {"entry": entry, "by": entry.by, "at": timezone.now()}
    return [Attachment(**upload.keep(each), **stamp) for each in given]


def check_past(on: date | None, days: int) -> None:
    """What is written down late is late by weeks, not by years: numbers and figures hang on it."""
    first = timezone.localdate() - timedelta(days=days)
    if on and on < first:
        raise BadFacts({"on": [f"不能早于{days}天前（{first}）"]})


def entry_of(
    register: Register, unit: str, facts: Mapping[str, Any], *, by: User | None, post: int | None
) -> Entry:
    """The row that these facts make; the bulk twin builds it the same way."""
    if (on := facts.get("on") or timezone.localdate()) > timezone.localdate():
        raise BadFacts({"on": ["不能晚于今天"]})
    if faults := register.check(unit, {**facts, "on": on}):
        raise BadFacts(faults)
    entry = Entry(kind=register.kind, unit=unit, on=on, by=by, post_id=post)
    for name, value in facts.items():
        if (column := register.column(name)) in COLUMNS:
            setattr(entry, column, value)
        else:
            entry.data[name] = register.facts[name].kept(value)
    entry.proofs = sum(len(facts.get(name, ())) for name in register.brings)
    return entry


def sealed(entry: Entry, pk: int) -> Entry:
    entry.pk = pk
    entry.hash = digest(entry, ENTRY)
    return entry


def annul(entry: Entry, *, by: User, reason: str) -> None:
    said = asked.read({"reason": asked.Text("作废原因")}, {"reason": reason})
    if not by.seat_for(entry.register.writers, entry.unit):
        raise NotYours("只有登记单位的人员可以作废")
    done = Entry.objects.filter(pk=entry.pk, void=False).update(
        void=True, void_reason=said["reason"], voided_by=by, voided_at=timezone.now()
    )
    if not done:
        raise StepRefused("该记录已作废")
    entry.refresh_from_db()
