"""What a kind of case, or a register, declares so that the frames can show it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.urls import reverse

from lawgov.people.models import Role, User

from ..filters import CaseFilter, EntryFilter
from ..models import Case
from ..procedure import PROCEDURES, Procedure, Step
from ..registers import REGISTERS, Register


class Column(NamedTuple):
    """One thing said of a row: its label and its words."""

    label: str
    value: Callable[[Any], Any]


class Tab(NamedTuple):
    name: str
    label: str
    template: str
    shows: Callable[[Case, User], dict[str, Any]]


@dataclass(frozen=True)
class CasePages:
    kind: str
    one: str  # the name of a case's own address; the others are made from it
    many: str  # the name of the list's address
    filters: type[CaseFilter]
    detail: str  # the relation to the kind's own columns
    columns: tuple[Column, ...]  # of the list
    exported: tuple[Column, ...]  # of the sheet, over rows of the list; names masked
    facts: tuple[Column, ...]  # of the first tab of a case
    tabs: tuple[Tab, ...]
    hidden: tuple[str, ...] = ()  # facts of the opening step that a link fills in

    @property
    def procedure(self) -> Procedure:
        return PROCEDURES[self.kind]

    @property
    def label(self) -> str:
        return self.procedure.label

    @property
    def opening(self) -> Step:
        return self.procedure.steps[self.procedure.opening]

    @property
    def workers(self) -> set[Role]:
        return {role for step in self.procedure.steps.values() for role in step.roles}

    @property
    def readers(self) -> tuple[Role, ...]:
        return self.procedure.readers

    def read_by(self, user: User) -> bool:
        return bool(user.roles & set(self.readers))

    def opened_by(self, user: User) -> bool:
        return bool(user.roles & set(self.opening.roles))

    def tab(self, name: str) -> Tab | None:
        return next((tab for tab in self.tabs if tab.name == (name or self.tabs[0].name)), None)


@dataclass(frozen=True)
class RegisterPages:
    kind: str
    one: str
    many: str
    label: str
    filters: type[EntryFilter]
    template: str = "casework/entry_new.html"
    start: Mapping[str, str] = field(default_factory=dict)  # what is chosen beforehand
    leads: Callable[[Any], str] | None = None  # where a new entry leads on to, if anywhere

    @property
    def register(self) -> Register:
        return REGISTERS[self.kind]

    @property
    def readers(self) -> tuple[Role, ...]:
        return self.register.readers

    def read_by(self, user: User) -> bool:
        return bool(user.roles & set(self.readers))

    def opened_by(self, user: User) -> bool:
        return bool(user.roles & set(self.register.writers))


CASES: dict[str, CasePages] = {}
ENTRIES: dict[str, RegisterPages] = {}


def add_cases(pages: CasePages) -> CasePages:
    CASES[pages.kind] = pages
    return pages


def add_register(pages: RegisterPages) -> RegisterPages:
    ENTRIES[pages.kind] = pages
    return pages


def address(row: Any) -> str:
    """The page of a case or an entry, whatever its kind."""
    pages = CASES[row.kind] if isinstance(row, Case) else ENTRIES[row.kind]
    return reverse(pages.one, args=[row.pk])
