"""Targets of the officers' room: a file as it was opened, certified, or of who leaves."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import User

from ..cast import today
from ..enforcement import officers

STREET = "310106020"
TEAM = {"kind": Kind.ENFORCEMENT_TEAM, "name": "执法队", "unit": STREET}
ROADS: dict[str, tuple[str, ...]] = {
    "new": ("train",),
    "applied": officers.CERTIFIED[:2],
    "certified": (*officers.CERTIFIED, "hold_post", "plan_training"),
    "leaving": ("leave",),
}
HELD = {"name": "甲岗", "held_from": "2020-01-01"}
PLANNED = {"form": "course", "theme": "law"}


def target(unit: str, state: str, boss: User, who: User) -> tuple[Case, User]:
    """The file of `who`, kept by the chief of the street's justice office."""
    chief = User.objects.get(username="chief")
    given = {"hold_post": HELD, "plan_training": PLANNED | {"planned_on": today()}}
    Organisation.objects.get_or_create(**TEAM, since="2020-01-01")
    case = officers.enrolled(chief, who, unit)
    return officers.walk(case, chief, *ROADS[state], **given), chief


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    planned = at.case.trainings.filter(result="").first()
    certificate = {"number": "沪B1", "valid_from": today(), "valid_until": "2035-01-01"}
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    passed = {"held_on": today(), "hours": 2, "result": "passed"}
    return {
        "correct": {"position": "队员", "reason": "任职"},
        "plan_training": PLANNED | {"planned_on": tomorrow},
        "train": officers.LESSON,
        "assess": {"training": planned.pk if planned else 0, **passed},
        "apply_certificate": {},
        "issue_certificate": certificate,
        "renew_certificate": {"reason": "changed", **certificate},
        "report_loss": {"medium": "日报"},
        "cancel_certificate": {"reason": "moved"},
        "assign": {"team": Organisation.objects.get(**TEAM).pk},
        "hold_post": HELD,
        "plan_rotation": {"planned_on": tomorrow},
        "rotate": {"name": "乙岗"},
        "leave": {"reason": "transferred"},
        "settle": {},
    }
