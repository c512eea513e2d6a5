"""Tasks from the street to a community, and how one gets somewhere."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.people.models import User
from tests.casework.conftest import time_machine_at
from tests.cast import COMMUNITY, STREET

__all__ = ["time_machine_at"]


def later(days: int = 10) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def issued(by: User, unit: str = STREET, **changes: Any) -> Case:
    facts = {
        "title": "排查电动自行车充电隐患",
        "content": "逐楼栋排查，列出清单",
        "desk": COMMUNITY,
        "due": later(),
        "channel": "meeting",
        "needs_reply": True,
    }
    return Case.open_new("task", by=by, unit=unit, **facts | changes)


def answers() -> dict[str, dict[str, Any]]:
    """What each step is given in the ordinary course of things."""
    return {
        "accept": {},
        "assign": {"handler": "community"},
        "reply": {"body": "已排查12个楼栋"},
        "confirm": {},
        "send_back": {"reason": "清单缺三号楼", "due": later(5)},
        "extend": {"due": later(20), "reason": "居民外出"},
        "urge": {"body": "请于三日内说明进展"},
        "answer_urge": {"answer": "已完成一半"},
        "cancel": {"reason": "工作已合并"},
    }


ROADS = {
    "issued": [],
    "doing": ["accept"],
    "replied": ["accept", "reply"],
    "done": ["accept", "reply", "confirm"],
    "cancelled": ["cancel"],
}
OWNED = {"accept", "assign", "reply", "answer_urge"}


def go(case: Case, cast: Any, *steps: str) -> Case:
    """Each step by the side whose it is: the community does the work, the street the rest."""
    for step in steps:
        case.take(step, by=cast.community if step in OWNED else cast.justice, **answers()[step])
    return case


def task_in(state: str, cast: Any, **changes: Any) -> Case:
    return go(issued(cast.justice, **changes), cast, *ROADS[state])
