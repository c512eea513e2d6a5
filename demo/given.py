"""Tasks and a meeting under way, so that both sides have something waiting."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.meetings.choices import Capacity, Type
from lawgov.people.models import Role, User
from lawgov.tasks.choices import Source
from lawgov.units.scope import Level

from .disputes import Desk
from .people import codes

TOPICS = ("电动自行车充电隐患排查", "暑期未成年人走访", "楼道堆物清理", "物业费矛盾摸底")
HEARD = 2  # disputes that the meeting hears


def give(desk: Desk) -> None:
    """Through the write path, as people would: the worker makes tasks of the decisions."""
    units = codes(desk.street, Level.COMMUNITY)
    tasks(desk, units)
    meeting(desk, units[0])


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def someone(desk: Desk, role: Role, unit: str) -> User:
    return desk.cast.near(role, unit)[0].user


def tasks(desk: Desk, units: list[str]) -> None:
    """One at every stage, done in one community after another."""
    boss = someone(desk, Role.JUSTICE, desk.street.code)
    stages: tuple[tuple[str, ...], ...] = (
        (), ("accept", "urge"), ("accept", "reply"), ("accept", "reply", "confirm"),
    )  # fmt: skip
    for place, (topic, steps) in enumerate(zip(TOPICS, stages, strict=True)):
        unit = units[place % len(units)]
        worker = someone(desk, Role.COMMUNITY_WORKER, unit)
        case = issue(desk, topic, unit, day(place * 3))
        for step in steps:
            by = boss if step in ("urge", "confirm") else worker
            case.take(step, by=by, **said(step))


def issue(desk: Desk, topic: str, unit: str, due: str) -> Case:
    street = desk.street.code
    return Case.open_new(
        "task", by=someone(desk, Role.LEADER, street), unit=street, title=topic,
        content=f"演示数据：{topic}，列出清单，逐项说明办理情况。", desk=unit, due=due,
        channel=Source.LEADER, needs_reply=True,
    )  # fmt: skip


def said(step: str) -> dict[str, Any]:
    return {
        "urge": {"body": "演示数据：请说明进展和困难。"},
        "reply": {"body": "演示数据：已排查完毕，清单留存备查。"},
    }.get(step, {})


def meeting(desk: Desk, unit: str) -> None:
    """Held some days ago; it hears disputes and charges a community."""
    street, days = desk.street.code, desk.days
    boss, leader = (someone(desk, role, street) for role in (Role.JUSTICE, Role.LEADER))
    recorder = someone(desk, Role.STATISTICIAN, street)
    numbers = [case.number for case, _ in desk.batch.opened[-HEARD:]]
    case = Case.open_new(
        "meeting", by=boss, unit=street, title="矛盾纠纷联席会议", type=Type.JOINT,
        planned_on=days.ago(2), planned_at="09:30", place="演示会议室", chair=leader,
        on=days.ago(4),
        items=[*({"number": each} for each in numbers), {"matter": "下阶段排查安排"}],
    )  # fmt: skip
    case.take("hold", by=boss, on=days.ago(2))
    there = [
        {"capacity": Capacity.MEMBER, "user": boss},
        {"capacity": Capacity.RECORDER, "user": recorder},
        {"capacity": Capacity.COUNSEL, "name": "演示律师", "position": "演示律师事务所"},
    ]
    case.take("add_attendees", by=boss, attendees=there)
    charged: dict[str, Any] = {"owner_unit": unit, "due": day(7)}
    case.take("decide", by=boss, text="演示数据：逐户回访漏水纠纷双方，报送情况。", **charged)
    case.take("decide", by=boss, text="演示数据：原则同意下阶段排查安排。")
    words = "演示纪要：会议听取了纠纷办理情况，研究了下阶段排查安排。"
    case.take("minute", by=boss, minutes=words)
