"""How a legal review gets somewhere, over a penalty case whose text the test holds in its hand."""

from datetime import timedelta
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from enforcement.review.models import POINTS
from lawgov.casework import questions
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role, User

from ..cast import STREET, person
from .officers import enrolment
from .penalty import registered

FINE = dict.fromkeys(POINTS, "fine")


def told(paper: Any) -> dict[str, Any]:
    """What the subject's room answers: nothing here is read from the case."""
    return {
        "type": "enforcement_major",
        "title": "占道堆物案",
        "text": paper.text,
        "text_hash": sha256(paper.text.encode()).hexdigest() if paper.text else "",
        "pairs": [("拟作决定", paper.text)],
        "involved": paper.involved,
        "names": paper.names,
        "materials": [
            ("draft", "拟作决定书（建议）", True),
            ("evidence", "证据材料", paper.proved),
        ],
        "listed": ["罚款超过一万元"],
        "decided": paper.decided,
    }


@pytest.fixture
def paper(squad, monkeypatch):
    """A penalty case with the text of its planned decision; the test may rewrite it."""
    found = SimpleNamespace(
        text="罚款二万元", involved={squad.officer.pk}, names=set(), proved=True, decided=False
    )
    monkeypatch.setitem(questions.ANSWERS, "penalty.for_review", lambda case: told(found))
    found.case = registered(squad)
    squad.second = person("second", Role.REVIEWER, STREET)
    qualify(squad, squad.reviewer, squad.second)
    return found


def qualify(squad: Any, *users: User) -> None:
    """The reviewers' files say that they passed the examination."""
    batch, at = Batch(), timezone.now() - timedelta(seconds=9)
    who: dict[str, Any] = {"by": squad.justice, "post": squad.justice.seats[0].id, "at": at}
    for user in users:
        given = enrolment(user, duty="reviewer", legal_number=f"A2016310101{user.pk:04}")
        batch.open("officer", STREET, **who, **given)
    batch.save()


def sent(squad: Any, paper: Any, by: User | None = None, **changes: Any) -> Case:
    facts = {"subject": paper.case.pk, "statement": "两名执法人员调查，事实清楚"} | changes
    return Case.open_new("review", by=by or squad.partner, unit=STREET, **facts)


def answers(squad: Any) -> dict[str, dict[str, Any]]:
    """What each step is given in the ordinary course of things."""
    return {
        "return": {"missing": ["evidence"], "reason": "缺现场照片"},
        "accept": {"handler": squad.reviewer},
        "agree": {**FINE, "body": "事实清楚，程序合法"},
        "send_back": {
            **FINE, "proof": "faulty", "verdict": "investigate", "defects": ["proof"],
            "body": "占道面积没有测量",
        },
        "resubmit": {"note": "已补充测量记录"},
        "object": {"note": "现场照片足以证明面积"},
        "raise": {"reason": "对面积认定仍有异议"},
        "uphold": {"reason": "意见正确"},
        "order_again": {"handler": squad.second, "note": "请另一审核人重新审核"},
        "adopt": {"adopted": "撤案"},
        "ask_risk": {"reason": "涉及多个法律关系"},
        "withdraw": {"reason": "重复送审"},
    }  # fmt: skip


TAKERS = {
    "return": "reviewer", "accept": "reviewer", "agree": "reviewer", "send_back": "reviewer",
    "uphold": "leader", "order_again": "leader",
}  # fmt: skip
BACK = ("accept", "send_back")
ROADS: dict[str, tuple[str, ...]] = {
    "submitted": (),
    "incomplete": ("return",),
    "reviewing": ("accept",),
    "sent_back": BACK,
    "rechecking": (*BACK, "object"),
    "raised": (*BACK, "raise"),
    "passed": ("accept", "agree"),
    "refused": (*BACK, "adopt"),
    "withdrawn": ("withdraw",),
}


def walk(review: Case, squad: Any, *steps: str, **given: dict[str, Any]) -> Case:
    """Take these steps in turn, each by whom it is for."""
    for step in steps:
        by = getattr(squad, TAKERS.get(step, "partner"))
        review.take(step, by=by, **(answers(squad).get(step, {}) | given.get(step, {})))
    return review


def review_in(state: str, squad: Any, paper: Any, **changes: Any) -> Case:
    """A review that reached a state by taking steps."""
    return walk(sent(squad, paper, **changes), squad, *ROADS[state])
