"""Targets of the doors: a report by code in a state, and the place where the code hangs."""

from types import SimpleNamespace
from typing import Any

from lawgov.casework.models import Case, Entry
from lawgov.people.models import User

from ..mediation.doors import hung, reported
from .finds import STREET

KINDS = ("code_report",)
ROAD = ("grade", "route", "take_up")


def chief() -> User:
    return User.objects.get(username="chief")


def logged(unit: str) -> Entry:
    return hung(chief(), unit)


def target(unit: str, state: str, title: str) -> Case:
    case = reported(logged(unit), text=title)
    for step in ROAD:
        if case.state == state:
            break
        case.take(step, by=chief(), **({"desk": unit} if step == "route" else {}))
    return case


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    return {
        "grade": {"risk": "medium"},
        "route": {"desk": STREET},
        "take_up": {},
        "answer": {"reply": "已处理"},
    }
