"""A step worked out before anything is written; `take` and the bulk twin share it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.timezone import localdate

from lawgov.parameters.known import PARAMETERS, Parameter
from lawgov.people.models import User
from lawgov.privacy import crypto
from lawgov.units import scope

from . import corrections, deadlines
from .chain import CASE, EVENT, digest
from .facts import Fact
from .models import Attachment, Case, Event
from .procedure import APPLIED, BEFORE, Procedure, Step, Taking
from .refusals import BadFacts

# What facts may set on the case itself; its other columns are the engine's own.
SETTABLE = frozenset("unit desk offered_to title channel handler sensitivity returned".split())
ENGINE = frozenset("state version head closed_on returned due_on due_clock due_provisional".split())
WORDS = "casework_event.words"


@cache
def columns(model: str) -> frozenset[str]:
    """What facts may set in a kind's own table or in a part."""
    fields = apps.get_model(model)._meta.concrete_fields if model else ()
    return frozenset(f.name for f in fields if not f.primary_key and f.name != "case")


class Move:
    """One step on a case in memory: checked, applied, and ready to be written.

    Raises BadFacts or StepRefused before anything changes. Where the writing fails afterwards,
    the case in memory is ahead of the database and has to be read again.
    """

    def __init__(
        self,
        case: Case,
        name: str,
        facts: Mapping[str, Any],
        *,
        by: User | None,
        post: int | None,
        at: datetime,
    ) -> None:
        self.case, self.name, self.facts = case, name, facts
        self.stamp = {"by": by, "at": at}
        self.procedure: Procedure = case.procedure
        self.step: Step = self.procedure.steps[name]
        self.opens = not case.version
        self.on: date = facts.get("on") or localdate(at)
        self.check_day(localdate(at))
        case.taking = Taking(name, by, post, self.on)
        # What rules and the rest of the step are told: the facts, the day, and who acts.
        self.told = {**facts, "on": self.on, "by": by}
        self.procedure.check(name, case, self.told, self.on)
        self.apply(by)
        self.event = self.log(by, post, at)
        self.seal()
        deadlines.wind(case)

    def check_day(self, today: date) -> None:
        last = self.case.history[-1].on if self.case.history else date.min
        if self.on > today:
            raise BadFacts({"on": ["不能晚于今天"]})
        if self.on < last:
            raise BadFacts({"on": [f"不能早于上一环节的日期（{last}）"]})

    def apply(self, by: User | None) -> None:
        """Spread the facts over the case, its detail and its parts."""
        self.source = self.case.state
        if self.step.offer != "any":  # what only adds to a case does not answer its return
            self.case.returned = False
        worked_out = self.step.sets(self.case, self.told) if self.step.sets else {}
        self.days = {n: v.isoformat() for n, v in worked_out.items() if isinstance(v, date)}
        self.vouched = {name: worked_out[name] for name in self.step.vouches}
        values = {**self.facts, **worked_out}
        if self.step.corrects:  # what falls away with it is told too
            self.facts = {n: v for n, v in values.items() if n in self.step.facts}
        self.before = corrections.replaced(self.step, self.case, self.facts)
        self.parts = self.rows(values)
        self.altered = self.step.alters(self.case, self.told) if self.step.alters else []
        own = columns(self.procedure.parts[self.step.part]) if self.step.part else frozenset()
        self.settled = (values.keys() & SETTABLE) - own
        self.detailed = (values.keys() & columns(self.procedure.detail)) - own - self.settled
        for name in self.settled:
            setattr(self.case, name, values[name])
        for name in self.detailed:
            setattr(self.case.detail, name, values[name])
        self.placed = own | self.settled | self.detailed
        self.case.state = self.step.target or self.case.state
        self.case.version += 1
        if self.step.closes or self.step.reopens:
            self.case.closed_on = self.on if self.step.closes else None
        if self.opens:
            self.open(by)

    def open(self, by: User | None) -> None:
        case = self.case
        case.opened_on, case.year, case.registry = self.on, self.on.year, scope.street(case.unit)
        if case.sensitivity:  # else who logs it would lose sight of it at once
            case.handler = case.handler or by

    def rows(self, values: Mapping[str, Any]) -> list[Model]:
        """The part rows that the facts make: one for the step's own part, and those of lists."""
        made = []
        if self.step.part:
            own = columns(self.procedure.parts[self.step.part])
            row = {name: value for name, value in values.items() if name in own}
            made.append(self.row(self.step.part, row))
        for part in self.procedure.parts:
            made += [self.row(part, row) for row in values.get(part, ())]
        return made

    def row(self, part: str, values: Mapping[str, Any]) -> Model:
        """A part with columns for who and when gets them from the step."""
        model = self.procedure.parts[part]
        stamp = {name: value for name, value in self.stamp.items() if name in columns(model)}
        row = apps.get_model(model)(**{"case": self.case, **stamp, **values})
        self.case.part(part).append(row)
        return row

    def log(self, by: User | None, post: int | None, at: datetime) -> Event:
        """The event. Free text without a column of its own is sealed: it can name people."""
        case, facts = self.case, self.step.facts
        plain = {n: facts[n].kept(v) for n, v in self.facts.items() if facts[n].plain}
        sealed = {n for n in self.facts if facts[n].free}
        # The column of a text that was corrected may be corrected again.
        words = {n: self.facts[n] for n in sealed if n in self.before or n not in self.placed}
        set_now = self.procedure.applied(self.name, case.unit, self.on)
        applied = {APPLIED: set_now} if set_now else {}
        if files := [row.sha256 for row in self.parts if isinstance(row, Attachment)]:
            plain["file"] = files  # also those that came along from elsewhere
        if open_before := {n: v for n, v in self.before.items() if n not in sealed}:
            plain[BEFORE] = open_before
        if sealed_before := {n: v for n, v in self.before.items() if n in sealed}:
            words[BEFORE] = sealed_before
        event = Event(
            case=case, seq=case.version, step=self.name, source=self.source, target=case.state,
            by=by, post_id=post, at=at, on=self.on,
            facts=plain | self.days | self.vouched | applied,
            words=crypto.seal(json.dumps(words, ensure_ascii=False), WORDS) if words else "",
            kind=case.kind, unit=case.unit, channel=case.channel, **self.procedure.counted(case),
        )  # fmt: skip
        case.history.append(event)
        return event

    def seal(self) -> None:
        """Chain the event to the one before; the head vouches for the case as it now stands."""
        before = self.case.history[-2].hash if len(self.case.history) > 1 else b""
        self.event.hash = digest(self.event, EVENT, bytes(before))
        self.case.head = digest(self.case, CASE, self.event.hash)

    def name_case(self, before: bytes) -> None:
        """Give the rows the id of a case that got it late, and chain the event anew."""
        pk = self.case.pk
        self.event.case_id = pk
        self.event.hash = digest(self.event, EVENT, before)
        for row in self.parts:
            row.case_id = pk  # type: ignore[attr-defined]
        if self.opens and self.case.detail:
            self.case.detail.case_id = pk

    @property
    def changed(self) -> list[str]:
        """The columns of the case that this step writes."""
        names = {*ENGINE, *self.settled}
        return [f.attname for f in Case._meta.concrete_fields if f.name in names]

    @property
    def changed_detail(self) -> list[str]:
        fields = self.case.detail._meta.concrete_fields if self.detailed else ()
        return [f.attname for f in fields if f.name in self.detailed]


@dataclass(frozen=True)
class Applied(Fact):
    """A parameter's value that a step found set; nobody is asked for it."""

    of: Parameter | None = None

    def shown(self, value: Any) -> str:
        return self.of.words(value) if self.of else ""


def stated(event: Event) -> list[tuple[Fact, Any]]:
    """The facts that an event keeps, as they stood on its day, each with its value."""
    facts = event.case.procedure.steps[event.step].facts
    words = json.loads(crypto.unseal(event.words, WORDS)) if event.words else {}
    told = event.facts | words
    before = event.facts.get(BEFORE, {}) | words.get(BEFORE, {})
    applied = event.facts.get(APPLIED, {}).items()
    return [
        (corrections.told(f.on(event.on), n, before), told[n])
        for n, f in facts.items()
        if n in told
    ] + [
        (Applied(PARAMETERS[code].label, of=PARAMETERS[code]), value)
        for code, value in applied
        if code in PARAMETERS
    ]


def spoken(event: Event) -> list[tuple[str, str]]:
    """What an event states, as label and words."""
    return [(fact.label, fact.told(value, event.case)) for fact, value in stated(event)]
