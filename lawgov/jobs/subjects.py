"""What may be imported: every kind of case by its opening step, and every register."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import get_resolver

from lawgov.casework.batch import Batch
from lawgov.casework.facts import Fact
from lawgov.casework.models import Case, Entry
from lawgov.casework.procedure import PROCEDURES, Procedure
from lawgov.casework.registers import REGISTERS, Register
from lawgov.casework.upload import Files
from lawgov.casework.web.pages import CASES, ENTRIES, Pages
from lawgov.people.models import Role, User

Made = Case | Entry


@dataclass(frozen=True)
class Subject:
    """One kind: what a row of it states, who may log it, and how it goes into a batch."""

    kind: str
    label: str
    facts: Mapping[str, Fact]
    roles: tuple[Role, ...]
    add: Callable[..., Made]  # (batch, unit, facts, by=, post=, at=)

    def open_to(self, user: User) -> bool:
        return bool(user.roles & set(self.roles))


def subject(kind: str) -> Subject | None:
    if kind in PROCEDURES:
        return of_cases(kind)
    return of_entries(kind) if kind in REGISTERS else None


def of_cases(kind: str) -> Subject:
    procedure = PROCEDURES[kind]
    step = procedure.steps[procedure.opening]

    def add(batch: Batch, unit: str, facts: dict, *, by: Any, post: Any, at: datetime) -> Case:
        return batch.begin(kind, unit, facts, by=by, post=post, at=at)

    return Subject(kind, called(kind, procedure), importable(kind, step.facts), step.roles, add)


def of_entries(kind: str) -> Subject:
    register = REGISTERS[kind]

    def add(batch: Batch, unit: str, facts: dict, *, by: Any, post: Any, at: datetime) -> Entry:
        return batch.note(kind, unit, facts, by=by, post=post)

    facts = importable(kind, register.facts)
    return Subject(kind, called(kind, register), facts, register.writers, add)


def called(kind: str, about: Procedure | Register) -> str:
    pages = pages_of(kind)
    return pages.name if pages else about.label


def importable(kind: str, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """What a person can write into a cell: no file, and nothing that only a link fills in."""
    pages = pages_of(kind)
    hidden = pages.hidden if pages else ()
    return {n: f for n, f in facts.items() if n not in hidden and not isinstance(f, Files)}


def pages_of(kind: str) -> Pages | None:
    """The pages of a kind; they are declared beside the addresses, which a worker has to load."""
    _ = get_resolver().url_patterns
    return CASES.get(kind) or ENTRIES.get(kind)


def named(word: str) -> Subject | None:
    """The subject by its kind, or by the name of its list: dispute, disputes."""
    kinds = {p.many: kind for kind in (*PROCEDURES, *REGISTERS) if (p := pages_of(kind))}
    return subject(kinds.get(word, word))
