"""Targets of the mediators' room: a file in post, a batch as drawn up or submitted."""

from types import SimpleNamespace
from typing import Any

from lawgov.casework.models import Case
from lawgov.people.models import Role, User

from ..cast import answers, logged, person
from ..mediation.mediators import TRAINED, appointed, called_back, drawn_up


def chief() -> User:
    return User.objects.get(username="chief")


def mediator(unit: str, state: str, boss: User, who: User) -> tuple[Case, User]:
    fresh = person(f"mediator-{unit}", Role.MEDIATOR, unit)
    return appointed(chief(), fresh, unit), chief()


def subsidy(unit: str, state: str, boss: User, who: User) -> tuple[Case, User]:
    dispute = logged(boss, unit)
    for step in ("accept", "assign", "session", "agree_oral"):
        dispute.take(step, by=boss, **answers()[step])
    case = drawn_up(chief(), unit)
    if state != "drafted":
        called_back(case, chief())
        case.take("submit", by=chief(), no_charge=True)
    return case, chief()


def of_mediator(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    return {
        "correct": {"specialty": "邻里", "reason": "补充"},
        "train": TRAINED,
        "appraise": {"of_year": 2025, "grade": "excellent"},
        "record_misconduct": {"breach": "leak", "situation": "泄露", "sanction": "corrected"},
        "dismiss": {"opinion": "情节严重"},
        "leave": {"reason": "term"},
    }


def of_subsidy(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    row = at.case.subsidy_items.first().pk
    return {
        "call_back": {"item": row, "answered": "true"},
        "exclude": {"item": row, "reason": "雷同"},
        "submit": {"no_charge": True},
        "approve": {},
        "send_back": {"reason": "重核"},
        "pay": {"voucher": "凭证1"},
        "cancel": {"reason": "重编"},
    }


KINDS = ("mediator", "subsidy")
MAKERS = {"mediator": mediator, "subsidy": subsidy}
OF_KIND = {"mediator": of_mediator, "subsidy": of_subsidy}
