"""Targets of the legal review: one over a penalty case whose text the matrix makes up."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from enforcement.review.models import POINTS
from lawgov.casework import questions
from lawgov.casework.models import Case
from lawgov.people.models import Role, User

from ..cast import person, today
from ..enforcement.penalty import registration
from ..enforcement.reviews import qualify

STREET = "310106020"
ARGUMENTS: dict[str, Any] = {
    **{
        f"review-paper-{ending}": lambda at: {"pk": at.case.pk, "code": "opinion"}
        for ending in ("docx", "pdf")
    },
    "review-rounds": lambda at: {
        "pk": at.case.pk, "before": at.case.part("rounds")[0].pk,
        "after": at.case.part("rounds")[0].pk,
    },
}  # fmt: skip
FINE = dict.fromkeys(POINTS, "fine")


@contextmanager
def at_hand() -> Iterator[None]:
    """Penalty cases have a text to review, without a road to their draft."""
    name = "penalty.for_review"
    kept = questions.ANSWERS.get(name)
    questions.ANSWERS[name] = told
    try:
        yield
    finally:
        questions.ANSWERS.pop(name) if kept is None else questions.ANSWERS.update({name: kept})


def told(case: Case) -> dict[str, Any]:
    return {
        "type": "enforcement_major", "title": case.title, "text": "罚款", "text_hash": "0" * 64,
        "pairs": [], "involved": {us().officer.pk}, "names": set(), "materials": [], "listed": [],
        "decided": False,
    }  # fmt: skip


def who(name: str, role: Role) -> User:
    return User.objects.filter(username=name).first() or person(name, role, STREET)


def us() -> SimpleNamespace:
    """Those of the street who bring a review to where the matrix asks about it."""
    return SimpleNamespace(
        officer=who("case-officer", Role.OFFICER),
        sender=who("case-sender", Role.OFFICER),
        head=who("case-head", Role.ENFORCEMENT_HEAD),
        judge=who("judge", Role.REVIEWER),
        other=who("other-judge", Role.REVIEWER),
        leader=who("case-leader", Role.LEADER),
    )


def target(unit: str, state: str, title: str) -> Case:
    team, steps = us(), given()
    team.justice = User.objects.get(username="chief")
    if not team.judge.officer_files.exists():
        qualify(team, team.judge, team.other)
    facts = registration(title=title)
    subject = Case.open_new("penalty", by=team.officer, unit=unit, **facts)
    case = Case.open_new(
        "review", by=team.sender, unit=unit, subject=subject.pk, statement="事实清楚"
    )
    for step in ROADS[state]:
        case.take(step, by=getattr(team, TAKERS.get(step, "judge")), **steps[step])
    return case


TAKERS = {"raise": "sender"}
ROADS: dict[str, tuple[str, ...]] = {
    "submitted": (),
    "incomplete": ("ask_risk", "weigh_risk", "return"),
    "asked": ("accept", "ask_extension", "ask_risk"),
    "sent_back": ("accept", "send_back"),
    "raised": ("accept", "send_back", "raise"),
}


def given() -> dict[str, dict[str, Any]]:
    """What each step is given."""
    team = us()
    judge, other, officer = team.judge.pk, team.other.pk, team.officer.pk
    back = {"verdict": "amend", "defects": ["paper"], "body": "请修改"}
    return {
        "return": {"reason": "缺照片"},
        "supplement": {},
        "accept": {"handler": judge},
        "assign": {"handler": other, "reason": "回避"},
        "declare": {"reviewer": judge, "kinship": "relative", "relative": officer},
        "counsel": {"name": "李律师", "firm": "某所", "body": "可以处罚", "on": today()},
        "ask_extension": {"asked_days": 3, "reason": "案情复杂"},
        "extend": {"days": 3},
        "refuse_extension": {"reason": "应按期办理"},
        "agree": {**FINE, "body": "同意"},
        "send_back": {**FINE, "papers": "faulty", **back},
        "resubmit": {"note": "已修改"},
        "object": {"note": "不同意"},
        "raise": {"reason": "不同意"},
        "uphold": {"reason": "意见正确"},
        "order_again": {"handler": other, "note": "重新审核"},
        "adopt": {"adopted": "撤案"},
        "ask_risk": {"reason": "疑难"},
        "weigh_risk": {
            "on": today(), "members": [judge, officer, team.head.pk], "risk_class": "stability",
            "level": "high", "plan": "约谈", "opinion": "有据",
        },
        "carry_out": {"outcome": "已办", "on": today()},
        "withdraw": {"reason": "重复"},
    }  # fmt: skip


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    return given()
