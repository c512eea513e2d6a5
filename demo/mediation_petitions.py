"""领导接访, petitions and who answers for them: batches as many as the street's report prints."""

from collections.abc import Generator
from datetime import date, timedelta
from random import Random
from typing import Any

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role
from lawgov.units.scope import Level as Depth
from mediation.choices import Level
from mediation.petitions.choices import Way

from .days import Days, Watch
from .people import Cast, Worker, codes
from .plans import GUANLAN, Street
from .texts import pick

# 观澜 2024: 街道领导和社区“两委”累计接访群众5056批, 其中“周四大接访”24余批.
BATCHES = {(GUANLAN.code, 2024): (5056, 26)}
USUAL = (60, 8)
HOLDERS = {Level.COMMUNITY: 88, Level.STREET: 12}
WAYS = {Way.DAILY: 82, Way.APPOINTED: 12, Way.DOWN: 6}
MATTERS = {
    "housing": 5,
    "labour": 4,
    "construction": 3,
    "environment": 2,
    "security": 2,
    "other": 2,
}
THURSDAY = 3
TITLES = ("要求加快旧住房成套改造", "反映加装电梯进展", "反映噪声扰民", "要求落实就业帮扶")
CLOSED, OPEN = 6, 4  # petitions of an ordinary year, and those under way now


class Hall:
    """What every reception and petition of a street draws on."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.rng = Random(f"petitions {street.code}")
        self.batch = Batch()
        self.places = codes(street, Depth.COMMUNITY)
        self.clerk, self.leader = self.of(Role.JUSTICE), self.of(Role.LEADER)

    def of(self, role: Role, unit: str = "") -> Worker:
        return self.cast.near(role, unit or self.street.code)[0]

    def some_days(self, year: int, n: int) -> list[date]:
        return sorted(self.rng.choices(self.days.of(year), k=n)) if self.days.of(year) else []


def receive(street: Street, cast: Cast, days: Days) -> None:
    hall = Hall(street, cast, days)
    for year in days.years:
        hall.batch = Batch(linked=True)  # what is logged on a day names it
        every, ours = BATCHES.get((street.code, year), USUAL)
        share = days.share(year)
        thursdays = [day for day in days.of(year) if day.weekday() == THURSDAY]
        sat = sorted(hall.rng.sample(thursdays, min(round(ours * share), len(thursdays))))
        sessions = [session(hall, day) for day in sat]
        hall.batch.save()
        hall.batch = Batch()
        for day, case in zip(sat, sessions, strict=True):
            log(hall, street.code, day, Way.THURSDAY, Level.PRINCIPAL, session=case.pk)
        for day in hall.some_days(year, round(every * share) - len(sat)):
            ordinary(hall, day)
        hall.batch.save()
    hall.batch = Batch()
    petitions(hall)
    hall.batch.save()


def session(hall: Hall, day: date) -> Case:
    """A Thursday that was planned, held and reported back."""
    watch = Watch(hall.rng, hall.days.last)
    by: dict[str, Any] = {"by": hall.clerk.user, "post": hall.clerk.post}
    ahead = hall.days.before(day, 5)
    case = hall.batch.open(
        "reception_day", hall.street.code, **by, at=watch.at(ahead), planned_on=day,
        planned_at="09:00", place="演示接待室", host=hall.leader.user,
    )  # fmt: skip
    hall.batch.take(case, "hold", **by, at=watch.at(day), on=day)
    words: dict[str, Any] = {"summary": "演示数据：已逐批答复。"}
    hall.batch.take(case, "feed_back", **by, at=watch.at(day), **words)
    return case


def ordinary(hall: Hall, day: date) -> None:
    level = pick(hall.rng, HOLDERS)
    unit = hall.rng.choice(hall.places) if level == Level.COMMUNITY else hall.street.code
    log(hall, unit, day, pick(hall.rng, WAYS), level)


def log(hall: Hall, unit: str, day: date, way: Way, level: Level, **also: Any) -> None:
    role = Role.COMMUNITY_WORKER if level == Level.COMMUNITY else Role.JUSTICE
    by, persons = hall.of(role, unit), hall.rng.choice((1, 1, 1, 2, 2, 3, 8))
    sent = {"representatives": 3} if persons > 5 else {}
    hall.batch.log(
        "reception", unit, by=by.user, post=by.post, on=day, type=way, level=level,
        host=f"演示{level.label}", persons=persons, matter=pick(hall.rng, MATTERS), **sent, **also,
    )  # fmt: skip


def petitions(hall: Hall) -> None:
    for year in hall.days.years:
        for n, day in enumerate(hall.some_days(year, CLOSED)):
            closed(hall, day, n)
    for n in range(OPEN):
        under_way(hall, hall.days.ago(3 * n + 2), n)


def begun(
    hall: Hall, day: date, n: int, **also: Any
) -> Generator[Case, tuple[str, date, dict[str, Any]], None]:
    """A petition; what is sent to it next is a step with its day and facts."""
    watch, clerk = Watch(hall.rng, hall.days.last), hall.clerk
    unit = hall.places[n % len(hall.places)]
    case = hall.batch.open(
        "petition", unit, by=clerk.user, post=clerk.post, at=watch.at(day),
        title=TITLES[n % len(TITLES)], channel="visit", purpose="claim",
        type=pick(hall.rng, MATTERS), summary="演示数据：请求依法答复。",
        parties=[{"side": "applicant", "name": f"演示信访人{day:%m%d}{n}"}], **also,
    )  # fmt: skip
    while True:
        name, on, facts = yield case
        hall.batch.take(case, name, by=clerk.user, post=clerk.post, at=watch.at(on), **facts)


ACCEPT = {"path": "petition", "told_by": "written"}


def closed(hall: Hall, day: date, n: int) -> None:
    """Told, led by somebody where it had been pending, settled."""
    backlog = n == 0
    story = begun(hall, day, n, **({"standing": "backlog"} if backlog else {}))
    next(story)
    story.send(("accept", day, ACCEPT))
    end = min(day + timedelta(days=20), hall.days.last)
    if backlog:
        story.send(("put_in_charge", day, {"leader": hall.leader.user, "level": Level.PRINCIPAL}))
    story.send(("settle", end, {"agreement": "演示数据：双方约定分期解决。"}))
    story.send(("resolve", end, {"outcome": "演示数据：信访人认可。"}))


def under_way(hall: Hall, day: date, n: int) -> None:
    story = begun(hall, day, n)
    next(story)
    if n % 2:
        story.send(("accept", day, ACCEPT))
        charge = {"leader": hall.leader.user, "level": Level.STREET, "plan": "演示数据：限期答复。"}
        story.send(("put_in_charge", day, charge))
