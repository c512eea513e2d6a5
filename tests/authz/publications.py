"""Targets of publicity: a text of the house, prepared by one and published by another."""

from types import SimpleNamespace
from typing import Any

from lawgov.casework.models import Case
from lawgov.people.models import Role, User

from ..cast import person

STREET = "310106020"
TEXT = {"type": "basis", "text": "有证据证明存在违法行为的，予以立案"}


def second() -> User:
    known = User.objects.filter(username="second-publisher").first()
    return known or person("second-publisher", Role.STATISTICIAN, STREET)


def target(unit: str, state: str, title: str) -> Case:
    """What is public has no mark of its place: everybody reads it."""
    chief = User.objects.get(username="chief")
    told = TEXT | {"title": title if state == "prepared" else "立案依据"}
    case = Case.open_new("publication", by=chief, unit=unit, **told)
    if state == "public":
        case.take("approve", by=second())
    return case


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    return {
        "renew": {},
        "amend": {"text": "予以立案"},
        "hide": {"words": "某某"},
        "return": {"reason": "漏写依据"},
        "approve": {},
        "withhold": {"secrecy": "trade", "reason": "涉及商业秘密"},
        "withdraw": {"withdrawal": "replaced", "explanation": "依据已修改"},
    }
