"""How the check of a file gets somewhere: a closed case, two teams, and a rubric of two items."""

from types import SimpleNamespace
from typing import Any

import pytest

from enforcement.standards.models import RubricItem
from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Organisation

from ..cast import STREET
from .deciding import decision_in, go, told_so
from .officers import certify

LATE = {"item": "T1", "deducted": 15, "defect": "立案审批晚于调查"}
BLURRED = {"item": "T2", "deducted": 10, "defect": "送达录像声音不清"}


@pytest.fixture
def checked(squad, monkeypatch):
    """A closed case of the first team; the third officer sits in the second."""
    told_so(monkeypatch, publicity__published=True, recording__missing=[])
    first, second = (
        Organisation.objects.create(
            kind=Kind.ENFORCEMENT_TEAM, name=name, unit=STREET, since="2015-01-01"
        )
        for name in ("一分队", "二分队")
    )
    files = certify(squad.head, squad.officer, squad.partner, squad.third)
    for user, file in files.items():
        file.take("assign", by=squad.head, team=(second if user == squad.third else first).pk)
    RubricItem.objects.filter(unit=STREET).delete()
    for code, points in (("T1", 60), ("T2", 40)):
        RubricItem.objects.create(
            unit=STREET, code=code, label=f"评分项{code}", points=points, section="程序",
            since="2020-01-01",
        )  # fmt: skip
    case = go(decision_in("concluded", squad), squad, "drop", "close")
    return SimpleNamespace(case=case, first=first, second=second)


def drawn(squad: Any, checked: Any, form: str = "cross", by: Any = None) -> Case:
    by = by or squad.justice
    return Case.open_new("file_check", by=by, unit=STREET, subject=checked.case.pk, form=form)


def scored(squad: Any, checked: Any, *marks: dict[str, Any]) -> Case:
    case = drawn(squad, checked)
    case.take("score", by=squad.third, scores=list(marks))
    return case


def answers(case: Case) -> list[dict[str, Any]]:
    return [{"item": row.code, "remedy": "已补充说明"} for row in case.part("marks") if row.defect]
