"""Public legal service of a street: pacts, rota, consultations, aid requests, a service point."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone
from django.utils.timezone import localdate, make_aware

from lawgov.bookings import taking
from lawgov.bookings.models import Kind, Resource, Way
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.organisations.models import Kind as Body
from lawgov.organisations.models import Organisation
from lawgov.people.models import Role
from lawgov.units.scope import Level
from mediation.legalservice.choices import Duty

from .bodies import FOUNDED
from .days import Days, Watch
from .people import Cast, Worker, codes
from .plans import FATOU, Street

CONSULTED, SESSIONS, AIDED = 20, 12, 3  # in a year
SIGNED, HELD_UNTIL = date(2023, 1, 9), date(2027, 12, 31)
ASKED = (
    ("housing", "押金退还咨询"), ("labour", "拖欠工资咨询"), ("family", "抚养费咨询"),
    ("neighbour", "漏水责任咨询"), ("loan", "借款归还咨询"), ("property", "物业费咨询"),
)  # fmt: skip
COMING = 3  # times that are booked already


class Service:
    """What public legal service of a street draws on."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.rng = Random(f"service {street.code}")
        self.batch = Batch()
        self.units = codes(street, Level.COMMUNITY)
        self.keeper = cast.near(Role.JUSTICE, street.code)[0]
        self.firm = body(street, Body.LAW_FIRM, "演示律师事务所")
        self.centre = body(street, Body.LEGAL_AID, "演示法律援助中心")

    def worker(self, unit: str) -> Worker:
        return self.cast.near(Role.COMMUNITY_WORKER, unit)[0]


class Course:
    """One case: each step by one person, each later than the last."""

    def __init__(
        self, at: Service, kind: str, unit: str, day: date, by: Worker, **facts: Any
    ) -> None:
        self.at, self.by, self.watch = at, by, Watch(at.rng, at.days.last)
        when = self.watch.at(day)
        self.case: Case = at.batch.open(
            kind, unit, by=by.user, post=by.post, at=when, on=day, **facts
        )

    def take(self, step: str, day: date, **facts: Any) -> None:
        given = {"on": day, **facts} if "on" in self.case.procedure.steps[step].facts else facts
        self.at.batch.take(
            self.case, step, by=self.by.user, post=self.by.post, at=self.watch.at(day), **given
        )


def body(street: Street, kind: Body, name: str) -> Organisation:
    named = {"kind": kind, "name": name, "unit": street.code}
    return Organisation.objects.get_or_create(**named, defaults={"since": FOUNDED})[0]


def serve(street: Street, cast: Cast, days: Days) -> None:
    at = Service(street, cast, days)
    sign(at)
    for year in days.years:
        spread(at, year)
    point(at)
    at.batch.save()
    lawyer = Resource.objects.get(kind=Kind.LAWYER, unit=street.code)
    roster(at, lawyer)
    book(at, lawyer)


def sign(at: Service) -> None:
    """垡头 2023: every community; elsewhere two of three."""
    for place, unit in enumerate(at.units):
        if at.street is FATOU or place % 3:
            told = {"firm": at.firm, "lawyer": f"演示律师{place + 1}"}
            Course(at, "pact", unit, SIGNED, at.keeper, since=SIGNED, until=HELD_UNTIL, **told)


def spread(at: Service, year: int) -> None:
    """What a year brings, as far as it has gone."""
    days, share = at.days.of(year), at.days.share(year)
    for day in sorted(at.rng.choices(days, k=round(CONSULTED * share))):
        advise(at, day)
    for place, day in enumerate(sorted(at.rng.choices(days, k=round(SESSIONS * share)))):
        kind = Duty.SEAT if place % 3 else Duty.ROUND
        unit = at.rng.choice(at.units) if kind == Duty.ROUND else at.street.code
        at.batch.log(
            "duty", unit, by=at.keeper.user, post=at.keeper.post, on=day, type=kind,
            lawyer="演示律师1", spot="演示服务点", matters=at.rng.randint(1, 6),
        )  # fmt: skip
    for day in sorted(at.rng.choices(days, k=round(AIDED * share))):
        aid(at, day)


def advise(at: Service, day: date) -> None:
    unit = at.rng.choice(at.units)
    topic, title = at.rng.choice(ASKED)
    mode = at.rng.choices(("on_site", "phone", "home"), (6, 3, 1))[0]
    came = 1 if mode == "phone" else at.rng.randint(1, 3)
    told = Course(
        at, "consultation", unit, day, at.worker(unit), title=title, topic=topic, mode=mode,
        channel="call" if mode == "phone" else "walk_in", matter="演示数据：说明情况，询问办法。",
    )  # fmt: skip
    told.take("receive", day, persons=came, mode=mode, lawyer="演示律师1")
    told.take("answer", day, answer="演示数据：说明有关规定和办理途径。", outcome="answered")
    if at.rng.random() < 0.6:
        told.take("rate", day, satisfaction=at.rng.choice(("good", "good", "fair")))
    else:
        told.take("close", day)


def aid(at: Service, day: date) -> None:
    unit = at.rng.choice(at.units)
    who = {"side": "applicant", "name": "演示申请人", "age": "adult"}
    told = Course(
        at, "aid_request", unit, day, at.worker(unit), title="支付劳动报酬", matter="wages",
        means="exempt", ground="injured", summary="演示数据：请求支付报酬。", parties=[who],
    )  # fmt: skip
    steps: tuple[tuple[str, int, dict[str, Any]], ...] = (
        ("check", 1, {"opinion": "演示数据：符合援助范围。"}),
        ("pass_on", 2, {"centre": at.centre}),
        ("grant", 5, {}),
        ("assign", 6, {"lawyer": "演示律师1", "firm": at.firm}),
        ("close", 25, {"result": "judged"}),
    )
    for step, after, facts in steps:
        if then := at.days.after(day, after):
            told.take(step, then, **facts)


def point(at: Service) -> None:
    """A studio in a park, opened last year, with two firms called on; and one that is a plan."""
    days = at.days.of(at.days.last.year - 1)
    told = Course(
        at, "service_point", at.street.code, days[30], at.keeper, title="演示产业园法律服务工作室",
        type="park", address="演示园区", partners="演示律师事务所",
    )  # fmt: skip
    told.take("open", days[50])
    for place, day in enumerate((days[80], days[120]), 1):
        told.take(
            "visit", day, firm=f"演示企业{place}", helpers=["lawyer", "mediator"],
            service="演示数据：讲解劳动合同要点。",
        )  # fmt: skip
    Course(
        at, "service_point", at.street.code, at.days.ago(5), at.keeper,
        title="演示商务楼法律服务工作室", type="building", address="演示大厦",
    )  # fmt: skip


def roster(at: Service, lawyer: Resource) -> None:
    """The lawyer goes round the communities in the afternoons to come; a notary sits once."""
    notary = Resource.objects.create(
        kind=Kind.NOTARY, name="公证员", unit=at.street.code, place="一楼大厅", since=FOUNDED
    )
    for ahead, unit in enumerate(at.units[:5], 1):
        where = {"way": Way.ROUND, "unit": unit, "place": "社区居委会"}
        slot(at, lawyer, ahead, 14, **where)
    slot(at, notary, 2, 9)


def slot(at: Service, who: Resource, ahead: int, hour: int, **where: str) -> None:
    day = localdate() + timedelta(days=ahead)
    first = make_aware(datetime.combine(day, time(hour)))
    taking.open_slot(
        who, by=at.keeper.user, starts=first, ends=first + timedelta(hours=2), where=where
    )


def book(at: Service, lawyer: Resource) -> None:
    """Through the write path, as people would."""
    sitting = lawyer.slots.filter(starts__gt=timezone.now(), unit="").order_by("starts")
    for place, each in enumerate(sitting[:COMING]):
        topic, title = ASKED[place]
        who = {"side": "applicant", "name": "演示居民", "phone": f"1380000000{place}"}
        Case.open_new(
            "consultation", by=at.keeper.user, unit=at.street.code, title=title, topic=topic,
            mode="on_site", channel="call", parties=[who], slot=each.pk,
        )  # fmt: skip
