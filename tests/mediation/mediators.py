"""How a mediator's file and a batch of subsidies get somewhere."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import User

from ..cast import GRID, STREET, answers, logged, today

APPOINTED = {"mediator_kind": "full_time", "origin": "hired", "since": "2020-01-01"}
TRAINED = {"held_on": "2026-01-05", "theme": "law", "hours": 4}
ROAD = ("accept", "assign", "session")


def committee(unit: str = STREET) -> Organisation:
    named = {"kind": Kind.MEDIATION_COMMITTEE, "unit": unit, "name": f"{unit}调委会"}
    return Organisation.objects.get_or_create(**named, defaults={"since": "2020-01-01"})[0]


def appointment(user: Any, **changes: Any) -> dict[str, Any]:
    return {"user": user, "qualified": True, **APPOINTED} | changes


def appointed(by: User, user: User, unit: str = STREET, **changes: Any) -> Case:
    committee()
    return Case.open_new("mediator", by=by, unit=unit, **appointment(user.pk, **changes))


def ended(
    cast: Any, how: str = "agree_oral", content: str = "", by: User | None = None, unit: str = GRID
) -> Case:
    """A dispute that the street's mediator brought to an end today."""
    case = logged(by or cast.grid, unit)
    for step in ROAD:
        case.take(step, by=cast.mediator, **answers()[step])
    said = {"content": content} if content else {}
    case.take(how, by=cast.mediator, **answers()[how] | said)
    return case


def period() -> dict[str, str]:
    return {
        "first_day": (timezone.localdate() - timedelta(days=30)).isoformat(),
        "last_day": today(),
    }


def drawn_up(by: User, unit: str = STREET) -> Case:
    return Case.open_new("subsidy", by=by, unit=unit, **period())


def called_back(case: Case, by: User, answered: str = "true") -> None:
    for row in case.part("subsidy_items"):
        case.take("call_back", by=by, item=row.pk, answered=answered)
