"""A case as data for machines: its columns, its parts masked, its clocks and steps in words."""

from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from lawgov.people.models import User
from lawgov.privacy import masks
from lawgov.privacy.blind import BlindField

from .facts import Fact, Money, Text
from .models import Attachment, Case, Entry, Event, Sensitivity
from .procedure import PROCEDURES
from .registers import COLUMNS as COUNTED

COLUMNS = (
    "id", "number", "state", "title", "channel", "unit", "desk", "offered_to", "opened_on",
    "due_on", "due_clock", "due_provisional", "closed_on", "returned", "sensitivity", "version",
)  # fmt: skip
MASKS = {
    "id_number": masks.mask_id_number,
    "phone": masks.mask_phone,
    "agent_phone": masks.mask_phone,
    "address": masks.mask_address,
}
NAMES = ("name", "agent_name")
FILE = ("id", "name", "media_type", "size", "sha256")
INTERNAL = ("case", "stored", "preview", "docx", "pdf", "private")


def done(case: Case, event: Event) -> dict[str, Any]:
    """What a write did. Read off the event, so that a replay says the same years later."""
    return {
        "id": case.pk, "number": case.number, "unit": event.unit, "step": event.step,
        "state": event.target, "version": event.seq, "on": event.on,
    }  # fmt: skip


def whole(case: Case, user: User) -> dict[str, Any]:
    columns = {name: getattr(case, name) for name in COLUMNS}
    handler = {"id": case.handler.pk, "name": case.handler.name} if case.handler else None
    parts = {name: [part(case, row) for row in case.part(name)] for name in case.procedure.parts}
    return {
        **columns,
        "title": masks.mask_text(case.title),
        "state_label": case.state_label,
        "handler": handler,
        "detail": part(case, case.detail) if case.detail else {},
        **parts,
        "clocks": [clock(running) for running in case.clocks()],
        "steps": [step(case, name) for name in case.steps_for(user)],
        "history": [told(event) for event in case.history],
    }


def part(case: Case, row: models.Model) -> dict[str, Any]:
    """A row without keys of our own, personal values masked, money in 元."""
    return {field.attname: value_of(case, row, field) for field in fields_of(type(row))}


@cache
def fields_of(model: type[models.Model]) -> list[Any]:
    """The columns of a part that leave the house."""
    fields = model._meta.concrete_fields
    return [f for f in fields if f.name not in INTERNAL and not isinstance(f, BlindField)]


def value_of(case: Case, row: models.Model, field: Any) -> Any:
    value = getattr(row, field.attname)
    if field.name in MASKS:
        return MASKS[field.name](value)
    if field.name in NAMES and not isinstance(row, Attachment):
        return name_of(case, row, value)
    if field.name in money(case.kind):
        return f"{Decimal(value) / 100:.2f}"
    return masks.mask_text(value) if isinstance(value, str) and not field.choices else value


def name_of(case: Case, row: models.Model, name: str) -> str:
    """Who handles a case knows its people by name; minors are hidden even so."""
    hidden = case.sensitivity == Sensitivity.MINOR or getattr(row, "is_minor", False)
    return masks.mask_name(name) if hidden else name


@cache
def money(kind: str) -> frozenset[str]:
    steps = PROCEDURES[kind].steps.values()
    return frozenset(n for s in steps for n, f in s.facts.items() if isinstance(f, Money))


def clock(running: Any) -> dict[str, Any]:
    return {
        "label": running.clock.label, "due": running.due, "provisional": running.provisional,
        "words": running.words,
    }  # fmt: skip


def step(case: Case, name: str) -> dict[str, Any]:
    checks = [{"rule": str(check), "met": check.met} for check in case.checklist(name)]
    return {"step": name, "label": case.procedure.steps[name].label, "checklist": checks}


def told(event: Event) -> dict[str, Any]:
    lines = [{"label": label, "value": masks.mask_text(text)} for label, text in event.lines()]
    return {
        "seq": event.seq, "step": event.step, "label": event.label, "state": event.target,
        "by": event.by.name if event.by else "", "on": event.on, "at": event.at, "lines": lines,
    }  # fmt: skip


def entry(row: Entry) -> dict[str, Any]:
    """A row of a register, its facts by their own names."""
    stated = {name: of_entry(row, name, fact) for name, fact in row.register.facts.items()}
    stated |= dict.fromkeys(row.register.brings, files_of(row) if row.proofs else [])
    return {"id": row.pk, "unit": row.unit, **stated, "void": row.void, "by": row.by_id}


def of_entry(row: Entry, name: str, fact: Fact) -> Any:
    column = row.register.column(name)
    value = getattr(row, column) if column in COUNTED else row.data.get(name)
    return masks.mask_text(value) if isinstance(fact, Text) and value else value


def files_of(row: Entry) -> list[dict[str, Any]]:
    files = row.attachments.all()
    return [{name: getattr(file, name) for name in FILE} for file in files]


def logged(row: Entry) -> dict[str, Any]:
    return {"id": row.pk, "kind": row.kind, "unit": row.unit, "on": row.on}
