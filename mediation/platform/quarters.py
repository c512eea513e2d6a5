"""季度总结和专业指导会: once a quarter; a quarter without one is late."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.meetings.choices import Type
from lawgov.meetings.models import Meeting
from lawgov.notices.models import What
from lawgov.notices.telling import News, spread
from lawgov.notices.who import nearest
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import Role
from lawgov.units import scope

MONTHS = 3
LOOK_BACK = timedelta(days=14)  # what is late for longer has been told


class Quarter(NamedTuple):
    year: int
    n: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @property
    def first(self) -> date:
        return date(self.year, (self.n - 1) * MONTHS + 1, 1)

    @property
    def after(self) -> "Quarter":
        return Quarter(self.year, self.n + 1) if self.n < 4 else Quarter(self.year + 1, 1)

    @property
    def last(self) -> date:
        return self.after.first - timedelta(days=1)

    @property
    def label(self) -> str:
        return f"{self.year}年第{self.n}季度"


class Standing(NamedTuple):
    """A quarter of a street: its meeting, or why there is none."""

    quarter: Quarter
    meetings: list[Case]
    state: str  # held, called, late, open, ahead


def of_street(street: str) -> Any:
    rows = Meeting.objects.filter(case__unit=street, type=Type.QUARTER)
    return rows.exclude(case__state="cancelled")


def standing(street: str, year: int, founded: date | None) -> list[Standing]:
    """The four quarters of a year; before the platform was founded none was due."""
    quarters = [Quarter(year, n) for n in range(1, 5)]
    first, last = quarters[0].first, quarters[-1].last
    found = of_street(street).filter(planned_on__range=(first, last))
    rows = list(found.select_related("case").order_by("planned_on"))
    return [stands(each, rows, founded) for each in quarters]


def stands(quarter: Quarter, rows: list[Meeting], founded: date | None) -> Standing:
    own = [row for row in rows if Quarter.of(row.held_on or row.planned_on) == quarter]
    today = localdate()
    if any(row.held_on for row in own):
        state = "held"
    elif founded is None or quarter.last < founded:
        state = "none"
    elif quarter.last < today:
        state = "late"
    elif quarter.first > today:
        state = "ahead"
    else:
        state = "called" if own else "open"
    return Standing(quarter, [row.case for row in own], state)


def remind() -> None:
    """Tell the 司法所 of each street with a platform of a quarter without its meeting."""
    today = localdate()
    platforms = Organisation.objects.in_force(today).filter(kind=Kind.MEDIATION_PLATFORM)
    spread([news for body in platforms for news in due(body, today)])


def due(body: Organisation, today: date) -> list[News]:
    before = Quarter.of(Quarter.of(today).first - timedelta(days=1))
    found = []
    for quarter in (before, Quarter.of(today)):
        what = pressing(quarter, today)
        if what and not is_held(body, quarter):
            to = nearest(scope.street(body.unit), {Role.JUSTICE})
            key = f"quarter:{body.unit}:{quarter.year}Q{quarter.n}:{what}"
            found.append(News(what, to, reverse("platform"), key, quarter.last))
    return found


def pressing(quarter: Quarter, today: date) -> What | None:
    near = timedelta(days=settings.PLATFORM_QUARTER_NEAR_DAYS)
    if quarter.last < today:
        return What.LATE if today - quarter.last <= LOOK_BACK else None
    return What.NEAR if quarter.last - today <= near else None


def is_held(body: Organisation, quarter: Quarter) -> bool:
    held = of_street(scope.street(body.unit)).filter(held_on__range=(quarter.first, quarter.last))
    return bool(body.since > quarter.last or held.exists())
