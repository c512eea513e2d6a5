"""How a petition and a reception day get somewhere: what each step is given, and roads."""

from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.models import Case

from ..cast import APPLICANT, STREET


def day(ahead: int) -> str:
    return (localdate() + timedelta(days=ahead)).isoformat()


def facts(**changes: Any) -> dict[str, Any]:
    return {
        "title": "要求加快旧住房成套改造", "channel": "visit", "purpose": "claim",
        "type": "housing", "summary": "改造方案迟迟未定", "parties": [APPLICANT],
    } | changes  # fmt: skip


STEPS: dict[str, dict[str, Any]] = {
    "accept": {"path": "petition", "told_by": "written"},
    "conclude": {
        "claim": "加快改造", "grounds": "经核实", "opinion": "纳入计划", "basis": "有关规定",
        "result": "explained",
    },
    "deliver": {"on": day(0)},
    "ask_review": {"organ": "区住房局"},
    "review": {"reviewed": "upheld", "reason": "维持", "review_delivered_on": day(0)},
    "ask_recheck": {"organ": "市住房局"},
    "recheck": {"rechecked": "upheld", "reason": "维持"},
    "settle": {"agreement": "双方约定分期施工"},
    "resolve": {"outcome": "信访人息诉"},
    "end": {"reason": "三级终结"},
}  # fmt: skip
ROADS = {
    "registered": (),
    "accepted": ("accept",),
    "concluded": ("accept", "conclude"),
    "delivered": ("accept", "conclude", "deliver"),
    "settled": ("accept", "settle"),
    "reviewing": ("accept", "conclude", "deliver", "ask_review"),
    "reviewed": ("accept", "conclude", "deliver", "ask_review", "review"),
    "rechecking": ("accept", "conclude", "deliver", "ask_review", "review", "ask_recheck"),
    "rechecked": (
        "accept", "conclude", "deliver", "ask_review", "review", "ask_recheck", "recheck",
    ),
    "resolved": ("accept", "settle", "resolve"),
}  # fmt: skip


def petition(by: Any, state: str = "registered", unit: str = STREET, **changes: Any) -> Case:
    case = Case.open_new("petition", by=by, unit=unit, **facts(**changes))
    for step in ROADS[state]:
        case.take(step, by=by, **STEPS[step])
    return case


def thursday() -> date:
    """The last Thursday, maybe today: what is held has come."""
    today = localdate()
    return today - timedelta(days=(today.weekday() - 3) % 7)


def scheduled(by: Any, host: Any, unit: str = STREET, **changes: Any) -> Case:
    given = {
        "planned_on": thursday(), "planned_at": "09:00", "place": "信访接待室", "host": host,
        "on": thursday() - timedelta(days=7),
    } | changes  # fmt: skip
    return Case.open_new("reception_day", by=by, unit=unit, **given)


def held(by: Any, host: Any, unit: str = STREET) -> Case:
    case = scheduled(by, host, unit)
    case.take("hold", by=by, on=thursday())
    return case
