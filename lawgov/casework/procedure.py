"""What can happen to a kind of case: states, steps, rules and clocks. One engine for every kind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from lawgov.parameters.known import Parameter
from lawgov.people.models import Role, User
from lawgov.workdays import calendar

from .facts import Fact
from .refusals import StepRefused

APPLIED = "applied"  # of an event's facts: the parameters of the clocks that it started
BEFORE = "before"  # of an event's facts and of its sealed words: what a correction replaced
RESERVED = {APPLIED, BEFORE}
KNOWINGLY = "knowingly"  # the fact of a step with doubts, by which one takes it all the same
ANY = ("*",)  # a step that may be taken whatever the state
Case = Any  # models import this file, not the other way round


@dataclass(frozen=True)
class Rule:
    """A condition that law (or the product) puts on a step, in force between two dates.

    `holds(case, facts)`; a rule that `asks` facts is decided when they are given, any other
    before the form is shown.
    """

    says: str
    law: str
    article: str
    holds: Callable[[Case, Mapping[str, Any]], bool]
    asks: bool = False
    since: date = date.min
    until: date = date.max
    lifted_by: str = ""
    concerns: Callable[[Case], bool] = lambda case: True  # elsewhere it is not even listed
    names: Callable[[Case], list[str]] | None = None  # what it is that lacks, where it is unmet

    def in_force(self, on: date) -> bool:
        return self.since <= on < self.until

    def __str__(self) -> str:
        lifted = f"，可由{self.lifted_by}批准" if self.lifted_by else ""
        return f"{self.says}（{self.law}{self.article}）{lifted}"


class Taking(NamedTuple):
    """Who takes a step, on which post and for which day; rules, `sets` and `alters` may ask it."""

    step: str
    by: User | None  # nobody: the system
    post: int | None
    on: date


class Check(NamedTuple):
    """A rule as it stands for a case; `met` is None while it waits for the facts."""

    rule: Rule
    met: bool | None
    lacks: str = ""

    def __str__(self) -> str:
        return f"{self.rule}：{self.lacks}" if self.lacks else str(self.rule)


@dataclass(frozen=True)
class Step:
    """One thing that may be done. No sources: it opens the case; no target: the state stays;
    no roles: only the system takes it, when a time has run out."""

    label: str
    sources: tuple[str, ...]
    target: str
    roles: tuple[Role, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    sets: Callable[[Case, Mapping[str, Any]], dict[str, Any]] | None = None
    # Part rows that the step changes, each with the columns that it sets.
    alters: Callable[[Case, Mapping[str, Any]], list[tuple[Any, list[str]]]] | None = None
    part: str = ""  # the facts make one row of this part
    number: str = ""  # the word of the number that this step gives
    # The word of the number that the step's own part row gets, in its column `number`.
    numbers: Callable[[Case, Mapping[str, Any]], str] | None = None
    closes: bool = False
    reopens: bool = False  # what had come to its end goes on
    # What the step works out that its event keeps too, so that the chain vouches for it.
    vouches: tuple[str, ...] = ()
    corrects: bool = False  # puts right what was written down: the event keeps what stood there
    # A case that is offered to another unit waits: "answer" is for that unit, "revoke" for the
    # desk that offered it, "any" may be done meanwhile, the rest not.
    offer: str = ""
    # Whose people take it: who has the case at the desk or above it, who sits at the desk itself
    # ("own"), or the unit that the case belongs to, where its desk lies below ("unit").
    at: str = "desk"
    bars: Callable[[Case, User], bool] | None = None  # who has had a hand in it may not also judge
    fits: Callable[[Case], bool] | None = None  # where the step would be pointless it is not shown
    # What takes effect with it, as labels and words: whoever approves reads it before the form.
    effect: Callable[[Case], list[tuple[str, str]]] | None = None
    # What its form stands with, raw; a change begins with what is to be changed.
    begins: Callable[[Case], Mapping[str, Any]] | None = None
    public: bool = False  # anybody may take it at the public counter, without an account
    hands_over: bool = False  # it gives the case to another handler: who leaves takes it on each
    # Who may take it too without working on cases; where any is named, so may who handles the case.
    leads: tuple[Role, ...] = ()
    # What its taker should look at before anything is written; the fact KNOWINGLY says one has.
    doubts: Callable[[Case, Mapping[str, Any]], list[str]] | None = None
    style: str = "secondary"  # how the button looks

    def open_to(self, state: str) -> bool:
        return state in self.sources or (self.sources == ANY and state != "")

    def shuts_out(self, case: Case, user: User) -> bool:
        return self.bars is not None and self.bars(case, user)

    def fits_case(self, case: Case) -> bool:
        return self.fits is None or self.fits(case)

    def fits_offer(self, offered_to: str) -> bool:
        return self.offer == "any" or bool(offered_to) == (self.offer in ("answer", "revoke"))

    def checklist(
        self, case: Case, on: date, facts: Mapping[str, Any] | None = None
    ) -> list[Check]:
        """Every rule in force, met or not; the page and the refusal read this same list."""
        return [
            self.checked(rule, case, facts)
            for rule in self.rules
            if rule.in_force(on) and rule.concerns(case)
        ]

    def checked(self, rule: Rule, case: Case, facts: Mapping[str, Any] | None) -> Check:
        met = None if facts is None and rule.asks else rule.holds(case, facts or {})
        lacks = "、".join(rule.names(case)) if rule.names and met is False else ""
        return Check(rule, met, lacks)


class Running(NamedTuple):
    """A clock as it stands: when it is due, and how that came about in words."""

    clock: "Clock"
    due: date | None
    provisional: bool
    words: list[str]
    paused: bool = False


@dataclass(frozen=True)
class Clock:
    """Time from one step to another, standing still between a pause and its end."""

    label: str
    days: int | Parameter
    law: str
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    working: bool = False
    pauses: Mapping[str, str] = field(default_factory=dict)  # pausing step -> resuming step
    extends: Mapping[str, str] = field(default_factory=dict)  # step -> its fact with the days
    window: bool = False  # a time in which something may be done, not one in which it must
    told_day: str = ""  # the day to count from, where the starting step states one of its own

    def run(self, events: Iterable[Any]) -> Running:
        """The clock after these events (each has step, on, facts), oldest first."""
        reading = _Reading(self)
        for event in events:
            reading.take(event)
        due = reading.due
        known = bool(due and due.provisional)
        paused = reading.paused is not None
        return Running(self, due and due.day, known, list(reading.words), paused)

    @property
    def unit(self) -> str:
        return "个工作日" if self.working else "日"

    def days_in(self, unit: str, on: date) -> int:
        """How many days a clock gets that starts in a unit on a day."""
        return self.days.on(unit, on) if isinstance(self.days, Parameter) else self.days

    def days_of(self, event: Any) -> int:
        """As many as applied when it was started: a later setting moves no running clock."""
        if isinstance(self.days, int):
            return self.days
        kept = event.facts.get(APPLIED, {}).get(self.days.code)
        return self.days_in(event.unit, event.on) if kept is None else int(kept)

    def basis(self, event: Any, days: int) -> str:
        """The law; and what is set now, where that is something else."""
        now = self.days.on(event.unit) if isinstance(self.days, Parameter) else days
        return self.law if now == days else f"{self.law}，按起算时的设定，现为{now}{self.unit}"


class _Reading:
    """A clock being read off a row of events: a day to count from, and how many days."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.start: date | None = None
        self.days = 0
        self.paused: date | None = None
        self.resumes = ""
        self.words: list[str] = []

    @property
    def due(self) -> calendar.Due | None:
        """Counted anew from the first day: only the last day rolls off a holiday, not each part."""
        if not self.start or self.paused:
            return None
        return calendar.add(self.start, self.days, working=self.clock.working)

    def take(self, event: Any) -> None:
        clock = self.clock
        if event.step in clock.starts:
            self.begin(event)
        elif self.start is None:
            return
        elif event.step in clock.stops:
            self.start, self.paused = None, None
            self.words.append(f"{event.on}已办")
        elif not self.paused and event.step in clock.pauses:
            self.paused, self.resumes = event.on, clock.pauses[event.step]
            self.words.append(f"{event.on}起中止")
        elif self.paused and event.step == self.resumes:
            lost = calendar.between(self.paused, event.on, working=clock.working)
            self.paused = None
            self.lengthen(lost, f"中止{lost}{clock.unit}")
        elif event.step in clock.extends:
            days = int(event.facts.get(clock.extends[event.step]) or 0)
            self.lengthen(days, f"{event.on}延长{days}{clock.unit}")

    def begin(self, event: Any) -> None:
        told = event.facts.get(self.clock.told_day) if self.clock.told_day else event.on.isoformat()
        self.start, self.paused, self.days, self.words = None, None, 0, []
        if not told:
            return  # no day was agreed, so nothing runs
        self.start, days = date.fromisoformat(told), self.clock.days_of(event)
        count = f"自{self.start}次日起算{days}{self.clock.unit}" if days else f"定于{self.start}"
        self.lengthen(days, f"{count}（{self.clock.basis(event, days)}）")

    def lengthen(self, days: int, why: str) -> None:
        self.days += days
        if due := self.due:
            known = "（节假日安排未公布，暂按周一至周五推算）" if due.provisional else ""
            why = f"{why}，至{due.day}{known}"
        self.words.append(why)


@dataclass(frozen=True)
class Procedure:
    """Everything that can happen to one kind of case. Faults in the table stop the start."""

    kind: str
    label: str
    states: Mapping[str, str]
    steps: Mapping[str, Step]
    readers: tuple[Role, ...]
    trusted: tuple[Role, ...] = ()  # who also sees sensitive cases
    given_down: bool = False  # the desk may lie below the unit, and its people read the case
    invited: str = ""  # the part whose people (its `user`) read the case, wherever they sit
    # Cases that a user may not see whatever the post: what it says about the user, or the unit.
    kept_from: Callable[[User], Q] | None = None
    clocks: tuple[Clock, ...] = ()
    detail: str = ""  # "app.Model" with the kind's own columns, one row a case
    parts: Mapping[str, str] = field(default_factory=dict)  # name -> "app.Model", many rows a case
    # What an event copies for counting: its column (type, facet, amount) -> the detail's column.
    counts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)  # state -> look of its badge
    searched: tuple[str, ...] = ()  # the detail's columns whose text a search reads

    def __post_init__(self) -> None:
        for name, step in self.steps.items():
            known = {"", "*", *self.states}
            if unknown := {*step.sources, step.target} - known:
                raise ValueError(f"{self.kind}.{name}: 未知状态 {unknown}")
            if step.part and step.part not in self.parts:
                raise ValueError(f"{self.kind}.{name}: 未知部分 {step.part}")
            if taken := RESERVED & step.facts.keys():
                raise ValueError(f"{self.kind}.{name}: 要素不能叫 {taken}")
        for clock in self.clocks:
            named = {*clock.starts, *clock.stops, *clock.pauses, *clock.pauses.values()}
            if unknown := (named | clock.extends.keys()) - self.steps.keys():
                raise ValueError(f"{self.kind} {clock.label}: 未知步骤 {unknown}")

    @property
    def workers(self) -> frozenset[Role]:
        """Who may take any of the steps, but for leaders: to direct a case is not to work on it."""
        roles = frozenset(role for step in self.steps.values() for role in step.roles)
        return roles - {Role.LEADER}

    @property
    def answerers(self) -> frozenset[Role]:
        """Who may answer an offer."""
        answers = (step for step in self.steps.values() if step.offer == "answer")
        return frozenset(role for step in answers for role in step.roles)

    @property
    def opening(self) -> str:
        return next(name for name, step in self.steps.items() if not step.sources)

    def applied(self, step: str, unit: str, on: date) -> dict[str, int]:
        """The parameters, with their values, of the clocks that a step starts."""
        return {
            clock.days.code: clock.days_in(unit, on)
            for clock in self.clocks
            if step in clock.starts and isinstance(clock.days, Parameter)
        }

    def counted(self, case: Case) -> dict[str, Any]:
        return {own: getattr(case.detail, name) for own, name in self.counts.items()}

    def steps_from(self, state: str) -> dict[str, Step]:
        return {n: s for n, s in self.steps.items() if s.sources and s.open_to(state)}

    def turn(self, step: Step, case: Case) -> None:
        """Refuse a step out of turn."""
        if case.state and not step.open_to(case.state):
            raise StepRefused(f"“{self.states[case.state]}”状态的{self.label}不能{step.label}")
        if not step.fits_offer(case.offered_to):
            waits = "已移交、对方尚未接收" if case.offered_to else "没有待接收的移交"
            raise StepRefused(f"{waits}，不能{step.label}")
        if not step.fits_case(case):
            raise StepRefused(f"本{self.label}目前不需要{step.label}")

    def check(self, name: str, case: Case, facts: Mapping[str, Any], on: date) -> None:
        """Refuse a step out of turn, or with every unmet rule at once."""
        step = self.steps[name]
        self.turn(step, case)
        if unmet := [str(each) for each in step.checklist(case, on, facts) if not each.met]:
            raise StepRefused(*unmet)

    def read_clocks(self, events: Iterable[Any]) -> list[Running]:
        seen = list(events)
        return [clock.run(seen) for clock in self.clocks]


PROCEDURES: dict[str, Procedure] = {}


def register(procedure: Procedure) -> Procedure:
    """Make a kind of case known; each app does so when it is ready."""
    PROCEDURES[procedure.kind] = procedure
    return procedure
