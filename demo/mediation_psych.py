"""Psychological service, crises, key persons, and the emergency team with its incidents."""

from datetime import date
from random import Random
from typing import Any

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case, Event
from lawgov.organisations.models import Capacity, Kind, Membership, Organisation
from lawgov.people.models import MediatorKind, Role
from lawgov.units import scope
from lawgov.units.scope import Level
from mediation.emergency.choices import Work

from .bodies import FOUNDED
from .days import Days, Watch
from .people import Cast, Worker, codes
from .plans import GUANLAN, Street
from .texts import pick

# 观澜 2024: 应急处置危机事件55宗, 化解轻生人群55人次; 43人的队伍全年处置突发事件306宗.
CRISES, INCIDENTS = {(GUANLAN.code, 2024): 55}, {(GUANLAN.code, 2024): 306}
USUAL_CRISES, USUAL_INCIDENTS, TEAM, SMALL_TEAM = 2, 12, 43, 12
KEPT = 4  # key persons of a street
KINDS = {"quarrel": 6, "gathering": 3, "wage": 3, "disturbance": 2, "accident": 1}
WORKS = ([Work.MEDIATE], [Work.MEDIATE, Work.STEADY], [Work.STEADY], [Work.EXPLAIN])


class Room:
    """What every story of the room draws on, and how a case of it goes from step to step."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.rng, self.batch = Random(f"psych {street.code}"), Batch()
        self.places = codes(street, Level.COMMUNITY)
        mediators = cast.known[Role.MEDIATOR, street.code]
        kind = MediatorKind.COUNSELLOR
        self.counsellor = next(w for w in mediators if w.user.mediator_kind == kind)

    def tell(self, kind: str, unit: str, by: Worker, day: date, *steps: Any, **facts: Any) -> Case:
        """A case, and its steps of one day, each by somebody."""
        watch = Watch(self.rng, self.days.last)
        at = watch.at(day)
        case = self.batch.open(kind, unit, by=by.user, post=by.post, at=at, **facts)
        for name, other, given in steps:
            taker = other or by
            at = watch.at(day)
            self.batch.take(case, name, by=taker.user, post=taker.post, at=at, **given)
        return case

    def days_of(self, year: int, printed: dict[tuple[str, int], int], usual: int) -> list[date]:
        many = round(printed.get((self.street.code, year), usual) * self.days.share(year))
        return sorted(self.rng.choices(self.days.of(year), k=many)) if many else []


def care(street: Street, cast: Cast, days: Days) -> None:
    room = Room(street, cast, days)
    team = found_team(room)
    counsel(room)
    for year in days.years:
        for day in room.days_of(year, CRISES, USUAL_CRISES):
            crisis(room, day)
        for n, day in enumerate(room.days_of(year, INCIDENTS, USUAL_INCIDENTS)):
            incident(room, team, day, n)
    for n in range(KEPT):
        key_person(room, n)
    room.batch.save()


def found_team(room: Room) -> Organisation:
    keeper = room.cast.near(Role.JUSTICE, room.street.code)[0].user
    team = Organisation.objects.create(
        kind=Kind.EMERGENCY_TEAM, name="演示应急处突队伍", unit=room.street.code, since=FOUNDED
    )
    size = TEAM if room.street is GUANLAN else SMALL_TEAM
    Membership.objects.bulk_create(
        Membership(
            organisation=team, name=f"演示队员{n}", since=FOUNDED, by=keeper,
            capacity=Capacity.HEAD if n == 1 else Capacity.MEMBER,
        )
        for n in range(1, size + 1)
    )  # fmt: skip
    return team


def counsel(room: Room) -> None:
    """What came of each invitation to a dispute."""
    asked = Event.objects.filter(
        scope.within("unit", [scope.span(room.street.code)]), kind="dispute",
        step="attach_counsellor",
    )  # fmt: skip
    own = room.counsellor
    for event in asked.order_by("on", "pk").select_related("by"):
        by = Worker(event.by, event.post_id)  # type: ignore[arg-type]  # staff took it
        steps = (
            ("assess", own, {"consented": True, "grade": "low", "advice": "演示数据：面谈疏导。"}),
            ("intervene", own, {"way": "face", "minutes": 45}),
            ("end", own, {"closing": "calmed"}),
            ("follow_up", own, {"way": "phone", "steady": True}),
        )
        room.tell(
            "counselling", event.unit, by, event.on, *steps, title="纠纷当事人心理疏导",
            handler=own.user, reason="演示数据：调解员邀请协助。",
        )  # fmt: skip


def crisis(room: Room, day: date) -> None:
    """One person each, talked out of it."""
    unit = room.rng.choice(room.places)
    by = room.cast.near(Role.COMMUNITY_WORKER, unit)[0]
    steps = (
        ("go", None, {"goers": [{"user": room.counsellor.user.pk}, {"name": "演示民警"}]}),
        ("handle", None, {"outcome": "averted", "averted": 1, "measures": "演示数据：劝离安抚。"}),
        ("follow_up", None, {"situation_now": "演示数据：情绪平稳。"}),
    )
    room.tell(
        "crisis", unit, by, day, *steps, title="轻生警情", type="suicide", persons=1,
        situation="演示数据：接报后到场。",
    )  # fmt: skip


def incident(room: Room, team: Organisation, day: date, n: int) -> None:
    unit = room.rng.choice(room.places)
    by = room.cast.near(Role.COMMUNITY_WORKER, unit)[0]
    members = list(team.members.order_by("pk").values_list("pk", flat=True)[n % 9 : n % 9 + 3])
    steps = (
        ("go_out", None, {"team": team.pk, "members": members}),
        ("handle", None, {"works": room.rng.choice(WORKS), "result": "演示数据：现场平息。"}),
        ("sum_up", None, {"summary": "演示数据：处置及时。"}),
    )
    room.tell(
        "incident", unit, by, day, *steps, title="演示突发事件", channel="community",
        type=pick(room.rng, KINDS), place="演示小区门口", persons=room.rng.randint(2, 15),
        situation="演示数据：双方争执升级。",
    )  # fmt: skip


def key_person(room: Room, n: int) -> None:
    """On the list for some days; the first is due at once, so that somebody is reminded."""
    unit = room.places[n % len(room.places)]
    by = room.cast.near(Role.COMMUNITY_WORKER, unit)[0]
    visit = {"way": "home", "situation": "演示数据：情况稳定。"}
    room.tell(
        "key_person", unit, by, room.days.ago(6 + 2 * n), ("visit", None, visit),
        title="矛盾激化风险人员", type="conflict", grade="low" if n else "high",
        reason="演示数据：矛盾易激化。", handler=by.user,
        parties=[{"side": "third", "name": f"演示重点人员{n + 1}"}],
    )  # fmt: skip
