"""Reports by code of a street: where codes hang, what came in by them; and what was graded red."""

from datetime import date
from random import Random
from typing import Any

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case, Entry
from lawgov.people.models import Role
from lawgov.units.scope import Level
from mediation.choices import Satisfaction

from . import texts
from .days import Days, Watch
from .people import Cast, Worker, codes
from .plans import Street

PLACES, REPORTED = 4, 24  # codes; reports in a year
MATTERS = ("楼道堆物", "夜间噪音", "停车占位", "装修扰民", "宠物扰邻", "水管漏水")
FACTORS: tuple[list[str], ...] = ([], [], [], ["repeated"], ["repeated", "police_calls"])
RATINGS = {Satisfaction.GOOD: 7, Satisfaction.FAIR: 2, Satisfaction.BAD: 1}
RED = {"factors": ["threat", "violence"], "people": 6, "risk": "low"}


class Doors:
    """What every report of a street draws on."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.rng = Random(f"doors {street.code}")
        self.batch = Batch()

    def worker(self, unit: str) -> Worker:
        return self.cast.near(Role.COMMUNITY_WORKER, unit)[0]


class Report:
    """One report: nobody's when it comes, then by the people of the community."""

    def __init__(self, at: Doors, place: Entry, day: date) -> None:
        self.at, self.by, self.watch = at, at.worker(place.unit), Watch(at.rng, at.days.last)
        matter = at.rng.choice(MATTERS)
        self.case: Case = at.batch.open(
            "code_report", place.unit, by=None, post=None, at=self.watch.at(day),  # type: ignore[arg-type]
            code_place=place.pk, text=f"演示数据：{matter}，请协调。", where=place.subject,
            phone="13800000000",
        )  # fmt: skip

    def take(self, step: str, day: date, **facts: Any) -> None:
        public = self.case.procedure.steps[step].public
        by, post = (None, None) if public else (self.by.user, self.by.post)
        at = self.watch.at(day)
        self.at.batch.take(self.case, step, by=by, post=post, at=at, **facts)  # type: ignore[arg-type]

    def handle(self, day: date) -> None:
        self.take("grade", day, factors=self.at.rng.choice(FACTORS))
        self.take("route", day, desk=self.case.unit)
        self.take("take_up", day)

    def reply(self, day: date) -> None:
        self.take("answer", day, reply="演示答复：已到现场协调，双方已商定办法。")


def receive(street: Street, cast: Cast, days: Days) -> None:
    at = Doors(street, cast, days)
    places = hang(at)
    for year in days.years:
        come_in(at, places, year)
    at.batch.save()
    turn_red(at)


def hang(at: Doors) -> list[Entry]:
    batch, since = Batch(), at.days.of(at.days.years[0])[0]
    for unit in codes(at.street, Level.COMMUNITY)[:PLACES]:
        by = at.worker(unit)
        batch.log("code_place", unit, by=by.user, post=by.post, on=since, subject="演示小区门厅")
    batch.save()
    return batch.entries


def come_in(at: Doors, places: list[Entry], year: int) -> None:
    """Those of the last days still wait, each at another stage."""
    days = at.days.of(year)
    chosen = sorted(at.rng.choices(days, k=round(REPORTED * at.days.share(year))))
    for place, day in enumerate(chosen):
        report = Report(at, at.rng.choice(places), day)
        handled = at.days.after(day, 1)
        replied = at.days.after(day, 3)
        if handled:
            report.handle(handled)
        if replied:
            report.reply(replied)
        if replied and place % 5:
            rated = at.days.after(replied, 2)
            rating = texts.pick(at.rng, RATINGS)
            if rated:
                report.take("settle", rated, rating=rating)


def turn_red(at: Doors) -> None:
    """Two disputes of today that the street leads, with their danger reported."""
    batch, by = Batch(), at.cast.near(Role.JUSTICE, at.street.code)[0]
    for place in range(2):
        watch, day = Watch(at.rng, at.days.last), at.days.ago(3 - place)
        facts = texts.intake(at.rng, 9000 + place, "police", at.street.code[:6]) | RED
        who: dict[str, Any] = {"by": by.user, "post": by.post}
        case = batch.open("dispute", at.street.code, at=watch.at(day), **who, **facts)
        told: dict[str, Any] = {"kinds": ["violence"], "signs": "演示数据：扬言报复"}
        batch.take(case, "flag_danger", at=watch.at(day), **who, **told)
        batch.take(
            case, "report_danger", at=watch.at(day), **who, organ="police", on=day.isoformat()
        )
        accepted: dict[str, Any] = {"basis": "initiative", "eligible": True}
        batch.take(case, "accept", at=watch.at(day), **who, **accepted)
    batch.save()
