"""Targets of the checks of files: each over a closed penalty case of its own."""

from types import SimpleNamespace
from typing import Any

from enforcement.penalty.models import PenaltyCase
from lawgov.casework.models import Case
from lawgov.people.models import Role, User

from ..cast import person, today

STREET = "310106020"
DEFECT = {"item": "A1", "deducted": 1, "defect": "执法主体表述不准确"}
ROADS: dict[str, tuple[str, ...]] = {
    "drawn": (),
    "clean": ("score",),
    "scored": ("score",),
    "fed_back": ("score", "feed_back"),
    "rectified": ("score", "feed_back", "rectify"),
}


def closed(unit: str, number: str) -> Case:
    """A closed case without the road to it."""
    case = Case.objects.create(
        kind="penalty", unit=unit, desk=unit, registry=STREET, state="closed", version=1,
        title="占道案", number=number, opened_on=today(),
    )  # fmt: skip
    PenaltyCase.objects.create(
        case=case, power="CG-0001", jurisdiction="handed_down", object="shop", summary="占道",
        place="门前", act_on=today(), found_on=today(),
    )  # fmt: skip
    return case


def target(unit: str, state: str, number: str) -> Case:
    chief = User.objects.get(username="chief")
    team = User.objects.filter(username="file-team").first()
    team = team or person("file-team", Role.OFFICER, STREET)
    subject = closed(unit, number)
    case = Case.open_new("file_check", by=chief, unit=unit, subject=subject.pk, form="cross")
    for step in ROADS[state]:
        given = {"scores": []} if state == "clean" else facts(case).get(step, {})
        case.take(step, by=team if step == "rectify" else chief, **given)
    return case


def facts(case: Case) -> dict[str, dict[str, Any]]:
    answers = [{"item": row.code, "remedy": "已改"} for row in case.part("marks") if row.defect]
    return {
        "score": {"scores": [DEFECT]},
        "pass_file": {},
        "feed_back": {},
        "rectify": {"remedies": answers},
        "confirm": {},
        "send_back": {"reason": "不全"},
    }


def of_check(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    return facts(at.case)


def drawn(at: SimpleNamespace) -> dict[str, Any]:
    return {"unit": at.unit, "subject": at.case.detail.subject_id, "form": "cross"}
