"""Officers of a street: who was there, who came and went, their certificates, lessons and posts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import make_aware

from enforcement.officers.choices import Form, LeaveReason, Result
from enforcement.standards import tags
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import Post, Role, User
from lawgov.units.scope import Level

from .days import Days
from .people import Cast, Person, Worker, add, codes, upto
from .plans import GUANLAN, PENGPU, Street

FOUNDED = date(2020, 6, 1)
VALID = timedelta(days=5 * 365)  # of a certificate
STANDING = 8  # certified without a gap from 2020 on: other records of the demo name them
LINES = ("appearance", "building", "environment", "traffic", "property", "fire", "market")
THEMES = ("law", "procedure", "recording", "safety", "food", "wages", "conduct")
RENEWED = VALID - timedelta(days=40)
POSTS: tuple[dict[str, Any], ...] = (
    {"name": "执法装备管理", "sensitive": True},
    {"name": "案件审核岗", "sensitive": True},
    {"name": "一线执法岗", "sensitive": False},
    {"name": "综合内勤岗", "sensitive": False},
)
LESSON_MONTHS = (4, 10)
Told = tuple[date, str, dict[str, Any]]


def all_on(day: date) -> dict[int, date]:
    """Who leaves a post that day; the first officer stays too long in a sensitive one."""
    return dict.fromkeys((2, 4, 5, 8), day)


@dataclass(frozen=True)
class Change:
    """What happened to the officers of a street beside the ordinary, by their serial."""

    joined: dict[int, date] = field(default_factory=dict)
    left: dict[int, tuple[date, str]] = field(default_factory=dict)
    lost: dict[int, date] = field(default_factory=dict)
    rotated: dict[int, date] = field(default_factory=lambda: all_on(date(2024, 9, 10)))
    there: int = STANDING  # how many were there from the start

    @property
    def serials(self) -> list[int]:
        return [*upto(self.there), *self.joined]


GONE, OLD = LeaveReason.TRANSFERRED, LeaveReason.RETIRED
# 观澜 2024: 新增9人、调离3人、注销6张执法证、遗失公告2次.
CHANGES = {
    GUANLAN.code: Change(
        there=14,
        joined={15 + n: date(2024, 1 + n, 8) for n in range(9)},
        left={
            9: (date(2024, 2, 27), GONE), 10: (date(2024, 5, 21), GONE),
            11: (date(2024, 9, 24), GONE), 12: (date(2024, 3, 29), OLD),
            13: (date(2024, 7, 31), OLD), 14: (date(2024, 11, 29), OLD),
        },
        lost={15: date(2024, 6, 18), 16: date(2024, 10, 22)},
        rotated=all_on(date(2024, 4, 16)),
    ),
    PENGPU.code: Change(rotated=all_on(date(2023, 6, 13))),
}  # fmt: skip


def change(street: Street) -> Change:
    return CHANGES.get(street.code, Change())


def enter(street: Street) -> None:
    """Officers as users: who came later holds the post from that day."""
    plan = change(street)
    add([Person(f"{street.login}_officer{n}", Role.OFFICER, street.code) for n in plan.serials])
    for serial, day in plan.joined.items():
        posts(street, serial).update(since=day)
    for serial, (day, _) in plan.left.items():
        posts(street, serial).update(until=day + timedelta(days=1))


def posts(street: Street, serial: int) -> Any:
    return Post.objects.filter(user__username=f"{street.login}_officer{serial}")


def standing(cast: Cast) -> list[Worker]:
    """Officers with a certificate all along, for the cases of any year."""
    return cast.known[Role.OFFICER, cast.street][:STANDING]


def enlist(street: Street, cast: Cast, days: Days) -> None:
    """The files of everyone who enforces or reviews, and the tags that the street works with."""
    if street is PENGPU:
        tags.adopt(street.code, date(2021, 1, 1))
    team = Organisation.objects.create(
        kind=Kind.ENFORCEMENT_TEAM, name="综合行政执法队", unit=street.code, since=FOUNDED
    )
    batch, plan, areas = Batch(), change(street), codes(street, Level.COMMUNITY)
    officers = zip(plan.serials, cast.known[Role.OFFICER, street.code], strict=True)
    others = [
        (0, worker)
        for role in (Role.ENFORCEMENT_HEAD, Role.REVIEWER)
        for worker in cast.known[role, street.code]
    ]
    for serial, worker in (*officers, *others):
        Life(batch, cast, days, worker, serial, plan).live(team, areas)
    batch.save()
    gone = [f"{street.login}_officer{n}" for n in plan.left]
    User.objects.filter(username__in=gone).update(is_active=False)


DUTIES = {
    Role.OFFICER: {"duty": "officer"},
    Role.ENFORCEMENT_HEAD: {"duty": "head", "position": "演示执法负责人"},
    Role.REVIEWER: {"duty": "reviewer", "legal_number": "演示A20200000000001"},
}


class Life:
    """One officer's file, told from the first day to today."""

    def __init__(
        self, batch: Batch, cast: Cast, days: Days, worker: Worker, serial: int, plan: Change
    ) -> None:
        self.batch, self.cast, self.days, self.plan = batch, cast, days, plan
        self.worker, self.serial = worker, serial
        self.role = Role(next(r for (r, _), known in cast.known.items() if worker in known))
        keeper = Role.JUSTICE if self.role == Role.ENFORCEMENT_HEAD else Role.ENFORCEMENT_HEAD
        self.keeper = cast.near(keeper, cast.street)[0]
        self.since = plan.joined.get(serial, FOUNDED)
        self.last = plan.left.get(serial, (days.last, ""))[0]
        self.minute = 0
        self.case = self.open()

    def who(self, day: date) -> dict[str, Any]:
        self.minute += 1
        at = datetime.combine(day, time(9)) + timedelta(minutes=self.minute)
        return {"by": self.keeper.user, "post": self.keeper.post, "at": make_aware(at)}

    def open(self) -> Case:
        origin = "recruited" if self.serial in self.plan.joined else "existing"
        facts: dict[str, Any] = {"user": self.worker.user, "channel": origin, "since": self.since}
        facts |= DUTIES[self.role]
        return self.batch.open("officer", self.cast.street, **self.who(self.since), **facts)

    def live(self, team: Organisation, areas: list[str]) -> None:
        place = areas[self.serial % len(areas)]
        line = LINES[self.serial % len(LINES)]
        told = [
            *self.certified(),
            (self.since, "assign", {"team": team.pk, "line": line, "area": place}),
            *self.posts(),
            *self.lessons(),
            *self.leaving(),
        ]
        for day, step, facts in sorted(told, key=lambda event: event[0]):
            if day <= self.last:
                self.batch.take(self.case, step, **self.who(day), **facts)

    def certified(self) -> Iterator[Told]:
        """Trained, then certified, renewed before each end, replaced when lost."""
        new = self.serial in self.plan.joined
        begins = self.since + timedelta(days=28 if new else 0)
        lesson = {"form": Form.PRE_POST, "theme": "law", "held_on": self.since, "hours": 40}
        yield begins, "train", {**lesson, "result": Result.PASSED}
        yield begins, "apply_certificate", {}
        yield begins, "issue_certificate", self.valid(begins)
        if lost := self.plan.lost.get(self.serial):
            yield lost, "report_loss", {"medium": "演示日报"}
            begins = lost + timedelta(days=14)
            yield begins, "renew_certificate", {"reason": "lost", **self.valid(begins)}
        while (begins := begins + RENEWED) <= self.last:
            yield begins, "renew_certificate", {"reason": "expiring", **self.valid(begins)}

    def valid(self, day: date) -> dict[str, Any]:
        number = f"演示{self.cast.street}{self.worker.user.pk:04}"
        return {"number": number, "valid_from": day, "valid_until": day + VALID}

    def posts(self) -> Iterator[Told]:
        if not self.serial:
            return
        first, then = (dict(POSTS[(self.serial + n) % len(POSTS)]) for n in (0, 2))
        yield self.since, "hold_post", {**first, "held_from": self.since}
        if day := self.plan.rotated.get(self.serial):
            yield day, "rotate", {**then, "filing": f"演示备〔{day.year}〕1号"}

    def lessons(self) -> Iterator[Told]:
        for n, year in enumerate(range(self.since.year + 1, self.last.year + 1)):
            for k, month in enumerate(LESSON_MONTHS):
                day = date(year, month, 15)
                lesson = {"form": Form.COURSE, "theme": THEMES[(2 * n + k) % len(THEMES)]}
                attended = {"held_on": day, "hours": 8, "result": Result.PASSED}
                yield day, "train", {**lesson, **attended}

    def leaving(self) -> Iterator[Told]:
        if self.serial in self.plan.left:
            day, reason = self.plan.left[self.serial]
            yield day, "leave", {"reason": reason, "destination": "演示单位"}
            yield day, "cancel_certificate", {"reason": "left"}
            yield day, "settle", {}
