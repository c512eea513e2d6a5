"""Disputes on which others work too: an agency that refers or is asked; 督办; a plan."""

from types import SimpleNamespace
from typing import Any

from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import User
from lawgov.units import scope

INVITED = ("invite", "answer_invitation")
ROADS: dict[str, tuple[str, ...]] = {
    "brought": ("refer_in",),
    "taken": ("refer_in", "take_in"),
    "invited": ("invite",),
    "joined": INVITED,
    "sent": ("transfer_out",),
    "pressed": ("supervise",),
    "major": ("mark_major",),
}


def agency(unit: str) -> Organisation:
    street = scope.street(unit)
    named = {"kind": Kind.POLICE, "unit": street, "name": "某派出所"}
    return Organisation.objects.get_or_create(**named, defaults={"since": "2020-01-01"})[0]


def lead(case: Case, given: str, boss: User) -> None:
    """Take the dispute to the state, the mediator of the street acting, the chief supervising."""
    chief = User.objects.get(username="chief")
    for step in ROADS.get(given, ()):
        by = chief if step == "supervise" else boss
        case.take(step, by=by, **steps(case)[step])
        case.refresh_from_db()


def steps(case: Case) -> dict[str, dict[str, Any]]:
    asked = {"agency": agency(case.unit).pk, "reason": "须共同办理"}
    rows = case.part("referrals")
    which = {"referral": rows[-1].pk if rows else 0}
    told = {**which, "result": "settled", "outcome": "已化解"}
    who = {"person": "李警官"}
    return {
        "refer_in": asked, "invite": asked, "transfer_out": asked,
        "take_in": {},
        "turn_back": {"reason": "不属人民调解范围"},
        "answer_invitation": {**which, **who, "said": "accepted"},
        "agency_accepts": who,
        "agency_refuses": {**who, "reason": "不属管辖"},
        "recall": {**which, "reason": "双方已和解"},
        "feed_back": told, "record_result": told,
        "supervise": {"body": "请说明进展"},
        "answer_urge": {"answer": "正在办"},
        "choose_course": {"course": "mediation", "grounds": "双方愿意"},
        "mark_major": {"reason": "涉及人数众多"},
        "unmark_major": {"reason": "已缓和"},
        "plan": {"meeting": 1, "text": "分步化解"},
    }  # fmt: skip


def of_dispute(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    at.case.refresh_from_db()
    return steps(at.case)
