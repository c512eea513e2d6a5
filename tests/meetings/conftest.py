"""A meeting of the street, and how it gets somewhere."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.people.models import User
from tests.casework.conftest import time_machine_at
from tests.cast import COMMUNITY, STREET, today

__all__ = ["time_machine_at"]


def later(days: int = 10) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def called(by: User, unit: str = STREET, **changes: Any) -> Case:
    facts = {
        "title": "电动自行车充电专题会",
        "type": "topic",
        "planned_on": today(),
        "planned_at": "09:30",
        "place": "三楼会议室",
        "chair": by.username,
        "items": [{"matter": "充电设施建设"}],
    }
    return Case.open_new("meeting", by=by, unit=unit, **facts | changes)


THERE = [
    {"capacity": "member", "user": "leader"},
    {"capacity": "recorder", "user": "statistician"},
    {"capacity": "counsel", "name": "钱律师", "position": "某律师事务所"},
]
CHARGED = {"owner_unit": COMMUNITY, "owner": "community", "due": later()}


def answers() -> dict[str, dict[str, Any]]:
    return {
        "postpone": {
            "planned_on": later(3), "planned_at": "14:00", "place": "二楼", "reason": "冲突",
        },
        "add_items": {"items": [{"matter": "经费"}]},
        "add_attendees": {"attendees": THERE},
        "hold": {"on": today()},
        "decide": {"text": "第一居委会十日内完成选址", **CHARGED},
        "minute": {"minutes": "会议研究了充电设施建设。"},
        "correct_minutes": {"minutes": "会议研究了选址。", "reason": "笔误"},
        "archive": {},
        "cancel": {"reason": "无议题"},
    }  # fmt: skip


ROADS = {
    "called": ["add_attendees"],
    "held": ["add_attendees", "hold"],
    "minuted": ["add_attendees", "hold", "decide", "minute"],
    "archived": ["add_attendees", "hold", "decide", "minute", "archive"],
    "cancelled": ["add_attendees", "cancel"],
}


def meeting_in(state: str, cast: Any, **changes: Any) -> Case:
    case = called(cast.justice, **changes)
    for step in ROADS[state]:
        case.take(step, by=cast.justice, **answers()[step])
    return case
