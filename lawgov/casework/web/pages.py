"""What a kind of case, or a register, declares so that the frames can show it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from django.apps import apps
from django.db.models import QuerySet
from django.urls import get_resolver, reverse

from lawgov.people.models import Role, User

from ..facts import Fact
from ..filters import Asked
from ..models import Case, Entry
from ..procedure import PROCEDURES, Procedure, Step
from ..registers import REGISTERS, Register
from .rows import CaseRow, EntryRow, case_rows, entry_rows
from .words import Column, inside, stated


class Tab(NamedTuple):
    name: str
    label: str
    template: str
    shows: Callable[[Case, User], dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The addresses of a list and of its rows, and the filter that both page and export use."""

    kind: str
    one: str  # the name of a row's own address; the others are made from it
    many: str  # the name of the list's address
    filters: type[Asked]
    form: str = "casework/new.html"
    starts_as: str = ""  # what starting a new one is called, where it is not 登记 with its name
    remarks: tuple[Callable[[Any, User], list[str]], ...] = ()  # on what was just written
    beside: tuple[str, ...] = ()  # templates beside the filter bar of the list
    hidden: tuple[str, ...] = ()  # facts that a link fills in
    comes_from: str = ""  # the hidden fact that names the case from which a new one comes
    carries: Callable[[Case], Mapping[str, Any]] = lambda case: {}  # what a new one takes from it
    offline: bool = False  # its form works without a network, see offline.py
    own_unit: bool = False  # who logs it does so for the unit of the own post
    start: Mapping[str, Any] = field(default_factory=dict)  # what is chosen beforehand
    reads: tuple[str, ...] = ()  # parts that the sheet needs

    day: ClassVar[str]  # the column that the list goes by, newest first
    table: ClassVar[str]  # the template of its rows

    @property
    def about(self) -> Procedure | Register:
        raise NotImplementedError

    @property
    def name(self) -> str:
        """What one row is called."""
        return self.about.label

    @property
    def verb(self) -> str:
        """The word on the button that logs a new one."""
        return "登记"

    @property
    def starts(self) -> str:
        return self.starts_as or f"{self.verb}{self.name}"

    @property
    def readers(self) -> tuple[Role, ...]:
        return self.about.readers

    @property
    def writers(self) -> tuple[Role, ...]:
        """Who may log a new one."""
        raise NotImplementedError

    @property
    def asks(self) -> Mapping[str, Fact]:
        """What a new one is asked for."""
        raise NotImplementedError

    @property
    def columns_out(self) -> tuple[Column, ...]:
        """The columns of the sheet, over rows of the list."""
        raise NotImplementedError

    def read_by(self, user: User) -> bool:
        return bool(user.roles & set(self.readers))

    @property
    def stands_alone(self) -> bool:
        """Whether one may be started from the list, and not only from the page of another case."""
        return not any(self.asks[name].required for name in self.hidden)

    def started_by(self, user: User) -> bool:
        return self.stands_alone and self.opened_by(user)

    def opened_by(self, user: User) -> bool:
        return bool(user.roles & set(self.writers))

    def home(self, user: User) -> str:
        """The unit that is chosen beforehand, if any is."""
        seats = [seat.unit for seat in user.seats if seat.role in self.writers]
        return seats[0] if self.own_unit and seats else ""

    def newest(self, user: User) -> QuerySet[Any]:
        """What the user may see, newest first, with what a row shows."""
        raise NotImplementedError

    def rows(self, found: Iterable[Any]) -> list[Any]:
        raise NotImplementedError

    def log(self, *, by: User, unit: str, key: str, given: Mapping[str, Any]) -> Any:
        raise NotImplementedError

    def next(self, row: Any) -> str:
        """Where one goes who has logged it."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class CasePages(Pages):
    """The pages of a kind of case. A column of its own table is declared by its bare name."""

    columns: tuple[str | Column, ...] = ()  # of the list, beside those that every list has
    exported: tuple[str | Column, ...] = ()  # of the sheet, as before
    tabs: tuple[Tab, ...]
    suits: Callable[[Case], bool] = lambda case: True  # whether one may come from this case

    day = "opened_on"
    table = "casework/_rows.html"

    @property
    def about(self) -> Procedure:
        return PROCEDURES[self.kind]

    @property
    def opening(self) -> Step:
        return self.about.steps[self.about.opening]

    @property
    def verb(self) -> str:
        return self.opening.label

    @property
    def writers(self) -> tuple[Role, ...]:
        return self.opening.roles

    @property
    def asks(self) -> Mapping[str, Fact]:
        return self.opening.facts

    @property
    def detail(self) -> str:
        """The relation from a case to the kind's own columns, if it has any."""
        if not self.about.detail:
            return ""
        key = apps.get_model(self.about.detail)._meta.get_field("case")
        return str(key.related_query_name())  # type: ignore[union-attr]

    def newest(self, user: User) -> QuerySet[Case]:
        seen = Case.objects.visible_to(user, self.kind).newest(user, self.kind)
        return seen.select_related(*filter(None, (self.detail, "handler")))

    def rows(self, found: Iterable[Case]) -> list[CaseRow]:
        return case_rows(found, self.shown)

    @property
    def shown(self) -> tuple[Column, ...]:
        return tuple(self.column(each) for each in self.columns)

    @property
    def columns_out(self) -> tuple[Column, ...]:
        own = tuple(self.column(each, as_number=True) for each in self.exported)
        first, last = CaseRow.columns_out()
        return (*first, *(inside(each, lambda row: row.case) for each in own), *last)

    def column(self, named: str | Column, as_number: bool = False) -> Column:
        if isinstance(named, Column):
            return named
        return stated(self.about, self.detail, named, as_number)

    def log(self, *, by: User, unit: str, key: str, given: Mapping[str, Any]) -> Case:
        return Case.open_new(self.kind, by=by, unit=unit, key=key, **given)

    def next(self, row: Case) -> str:
        return reverse(self.one, args=[row.pk])

    def tab(self, name: str) -> Tab | None:
        return next((tab for tab in self.tabs if tab.name == (name or self.tabs[0].name)), None)


class Onward(NamedTuple):
    """What a form leads on to while it waits on a device: where a fact has a value."""

    fact: str
    value: str
    page: str
    fills: tuple[tuple[str, str], ...]  # what is chosen there beforehand


@dataclass(frozen=True, kw_only=True)
class RegisterPages(Pages):
    label: str  # short, for headings and buttons
    leads_on: Onward | None = None
    leads: Callable[[Entry], str] | None = None  # where a new entry leads on to, if anywhere
    leads_as: str = "登记所发现的纠纷"  # what going on there is called

    day = "on"
    table = "casework/_entry_rows.html"

    @property
    def about(self) -> Register:
        return REGISTERS[self.kind]

    @property
    def name(self) -> str:
        return self.label

    @property
    def writers(self) -> tuple[Role, ...]:
        return self.about.writers

    @property
    def asks(self) -> Mapping[str, Fact]:
        return self.about.facts

    @property
    def columns_out(self) -> tuple[Column, ...]:
        return EntryRow.columns_out([fact.label for fact in self.asks.values()])

    def newest(self, user: User) -> QuerySet[Entry]:
        seen = Entry.objects.visible_to(user, self.kind)
        return seen.select_related("by").order_by("-on", "-id")

    def rows(self, found: Iterable[Entry]) -> list[EntryRow]:
        return entry_rows(found)

    def log(self, *, by: User, unit: str, key: str, given: Mapping[str, Any]) -> Entry:
        return Entry.log(self.kind, by=by, unit=unit, key=key, **given)

    def next(self, row: Entry) -> str:
        return self.onward(row) or reverse(self.many)

    def onward(self, row: Entry) -> str:
        return self.leads(row) if self.leads and not row.void else ""


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
    get_resolver().url_patterns  # noqa: B018 - a worker has not read them yet: they name the pages
    pages: Pages = CASES[row.kind] if isinstance(row, Case) else ENTRIES[row.kind]
    return reverse(pages.one, args=[row.pk])
