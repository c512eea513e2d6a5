"""The platform of a street: who leads it, its rooms, a quarter's meeting with its questions."""

from typing import Any

from lawgov.bookings.models import Kind as Room
from lawgov.bookings.models import Resource
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.meetings.choices import Capacity, Type
from lawgov.organisations import rosters
from lawgov.organisations.models import Capacity as Seat
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import Role
from lawgov.units import scope
from mediation.platform.quarters import Quarter

from .bodies import FOUNDED
from .days import Watch
from .disputes import Desk
from .people import Worker, codes

ROOMS = (
    (Room.RECEPTION, "接待大厅", 90),
    (Room.MEDIATION, "第一调解室", 30),
    (Room.STUDIO, "和谐之家工作室", 40),
    (Room.MEETING, "平台会议室", 60),
    (Room.OFFICE, "办公区", 80),
)
AGENCIES = (
    (Kind.POLICE, "演示派出所"),
    (Kind.COURT, "演示法庭"),
    (Kind.LAW_FIRM, "演示律师事务所"),
    (Kind.UNIVERSITY, "演示高校"),
)
ASKED = (
    ("物业服务合同的效力", "演示数据：未备案的业主委员会签订的物业合同效力如何？"),
    ("楼道堆物的处置", "演示数据：社区能否自行清理楼道堆物？"),
    ("停车公约的约束力", "演示数据：停车公约对未签字的业主有无约束力？"),
)
THERE = [
    {"capacity": Capacity.JUDGE, "name": "演示法官", "position": "演示法庭"},
    {"capacity": Capacity.COUNSEL, "name": "演示律师", "position": "演示律师事务所"},
]


def furnish(desk: Desk) -> None:
    street = desk.street.code
    keeper = desk.cast.near(Role.JUSTICE, street)[0]
    lead(desk, keeper)
    Resource.objects.bulk_create(
        Resource(kind=kind, name=name, unit=street, area=area, since=FOUNDED)
        for kind, name, area in ROOMS
    )
    settle(street)
    meet(desk, keeper)
    ask(desk, keeper)


def lead(desk: Desk, keeper: Worker) -> None:
    """双组长, and who works at the platform."""
    street = desk.street.code
    group = Organisation.objects.create(
        kind=Kind.LEADING_GROUP, name="矛调平台领导小组", unit=street, since=FOUNDED
    )
    leader = desk.cast.near(Role.LEADER, street)[0].user
    by: dict[str, Any] = {"by": keeper.user, "since": FOUNDED}
    rosters.join(group, capacity=Seat.HEAD, user=leader, **by)
    rosters.join(group, capacity=Seat.HEAD, name="演示办事处主任", **by)
    rosters.join(group, capacity=Seat.MEMBER, user=keeper.user, **by)
    platform = Organisation.objects.get(kind=Kind.MEDIATION_PLATFORM, unit=street)
    rosters.join(platform, capacity=Seat.HEAD, user=keeper.user, **by)
    for worker in desk.cast.near(Role.MEDIATOR, street)[:3]:
        rosters.join(platform, capacity=Seat.MEDIATOR, user=worker.user, **by)


def settle(street: str) -> None:
    """The agencies that sit at the platform; some stand in the register already."""
    platform = Organisation.objects.get(kind=Kind.MEDIATION_PLATFORM, unit=street)
    for kind, name in AGENCIES:
        named = {"kind": kind, "name": name, "unit": street}
        seated: dict[str, Any] = {"above": platform}
        Organisation.objects.update_or_create(
            **named, defaults=seated, create_defaults={**seated, "since": FOUNDED}
        )


def meet(desk: Desk, keeper: Worker) -> None:
    """One meeting in each quarter that is over."""
    batch = Batch()
    for year in desk.days.years:
        for n in range(1, 5):
            quarter = Quarter(year, n)
            if quarter.last < desk.days.last:
                hold(desk, batch, keeper, quarter)
    batch.save()


def hold(desk: Desk, batch: Batch, keeper: Worker, quarter: Quarter) -> None:
    street, watch = desk.street.code, Watch(desk.rng, desk.days.last)
    day = desk.days.before(quarter.last, 10)
    leader = desk.cast.near(Role.LEADER, street)[0].user
    who: dict[str, Any] = {"by": keeper.user, "post": keeper.post}
    case = batch.open(
        "meeting", street, at=watch.at(desk.days.before(day, 5)),
        title=f"{quarter.label}总结和专业指导会", type=Type.QUARTER, planned_on=day,
        planned_at="09:30", place="平台会议室", chair=leader, **who,
    )  # fmt: skip
    there = [*THERE, {"capacity": Capacity.RECORDER, "user": keeper.user}]
    there.append({"capacity": Capacity.MEMBER, "name": "演示社区书记", "position": "演示社区"})
    for step, facts in (
        ("hold", {"on": day}),
        ("add_attendees", {"attendees": there}),
        ("minute", {"minutes": "演示纪要：总结本季度矛盾调解工作，现场解答法律问题。"}),
    ):
        batch.take(case, step, at=watch.at(day), **facts, **who)


def ask(desk: Desk, keeper: Worker) -> None:
    """Questions for the meeting of this quarter: through the write path, as people would."""
    street, units = desk.street.code, codes(desk.street, scope.Level.COMMUNITY)
    questions = [
        Case.open_new(
            "question", by=desk.cast.near(Role.COMMUNITY_WORKER, unit)[0].user, unit=unit,
            title=title, text=text, on=desk.days.ago(9),
        )
        for (title, text), unit in zip(ASKED, units, strict=False)
    ]  # fmt: skip
    numbers = [{"number": question.number} for question in questions[:2]]
    meeting = Case.open_new(
        "meeting", by=keeper.user, unit=street, title="本季度总结和专业指导会", type=Type.QUARTER,
        planned_on=desk.days.ago(2), planned_at="14:00", place="平台会议室", on=desk.days.ago(7),
        chair=desk.cast.near(Role.LEADER, street)[0].user, items=numbers,
    )  # fmt: skip
    meeting.take("hold", by=keeper.user, on=desk.days.ago(2))
    meeting.take("add_attendees", by=keeper.user, attendees=THERE)
    for question in questions[:2]:
        question.take("put_on", by=keeper.user, meeting=meeting.pk)
    answer(questions[0], meeting, keeper)


def answer(question: Case, meeting: Case, keeper: Worker) -> None:
    judge = next(row for row in meeting.part("attendees") if row.capacity == Capacity.JUDGE)
    text = "演示答复：是否备案不影响合同效力，关键在于业主大会的授权。"
    question.take("answer", by=keeper.user, answer_text=text, expert=judge.pk)
