"""Targets of the screening room: a plan of rounds as it is deployed, walked, and done."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case, Entry
from lawgov.people.models import User

KINDS = ("round_plan",)


def target(unit: str, state: str, title: str) -> Case:
    chief, today = User.objects.get(username="chief"), timezone.localdate().isoformat()
    case = Case.open_new("round_plan", by=chief, unit=unit, title=title, until=today, rounds=2)
    if state != "deployed":
        case.take("set_out", by=None)
    if state == "walked":
        for walk in case.part("walks") * 2:
            Entry.log("screening", by=chief, unit=walk.grid, type="visit", found="nothing")
    return case


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    later = (timezone.localdate() + timedelta(days=9)).isoformat()
    return {
        "complete": {},
        "end": {"reason": "人手不足"},
        "extend": {"until": later, "reason": "人手不足"},
        "cancel": {"reason": "重复"},
    }
