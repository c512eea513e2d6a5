"""The cast of every story: one street, its people, and how a dispute gets somewhere."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.dictionaries import lists
from lawgov.parameters import known
from lawgov.people.models import MediatorKind, Post, Role, User
from lawgov.units.models import Unit
from lawgov.workdays import calendar

STREET, OTHER_STREET = "310106020", "310106019"
COMMUNITY, SIBLING = "310106020001", "310106020002"
GRID = "310106020001001"
TREE = {
    "31": "上海市",
    "3101": "市辖区",
    "310106": "静安区",
    STREET: "彭浦新村街道",
    OTHER_STREET: "临汾路街道",
    COMMUNITY: "第一居委会",
    SIBLING: "第三居委会",
    GRID: "第1网格",
}
REMEMBERED = (lists.remembered, known.remembered, calendar.remembered)
APPLICANT = {"side": "applicant", "name": "甲某", "id_number": "11010519491231002X"}
RESPONDENT = {"side": "respondent", "name": "乙某", "phone": "13812345678"}


def person(username: str, role: str, unit: str, **fields: Any) -> User:
    """A user who holds one post since long ago."""
    user = User.objects.create(username=username, name=username, **fields)
    Post.objects.create(user=user, role=role, unit=unit, since="2015-01-01")
    return user


@pytest.fixture
def tree(db):
    Unit.objects.bulk_create(Unit(code=code, name=name) for code, name in TREE.items())
    # What a process remembers is read now: who counts queries counts those of the thing itself.
    for each in REMEMBERED:
        each()


@pytest.fixture
def cast(tree):
    """One of each who works on disputes, and those who must see nothing."""
    young = MediatorKind.YOUNG_LAWYER
    return SimpleNamespace(
        grid=person("grid", Role.GRID_WORKER, GRID),
        community=person("community", Role.COMMUNITY_WORKER, COMMUNITY),
        neighbour=person("neighbour", Role.COMMUNITY_WORKER, SIBLING),
        mediator=person("mediator", Role.MEDIATOR, STREET, mediator_kind=MediatorKind.FULL_TIME),
        lawyer=person("lawyer", Role.MEDIATOR, STREET, mediator_kind=young),
        justice=person("justice", Role.JUSTICE, STREET),
        statistician=person("statistician", Role.STATISTICIAN, STREET),
        leader=person("leader", Role.LEADER, STREET),
        outsider=person("outsider", Role.MEDIATOR, OTHER_STREET),
        admin=person("admin", Role.SYSTEM_ADMIN, STREET),
        nobody=User.objects.create(username="nobody", name="nobody"),
    )


def today() -> str:
    return timezone.localdate().isoformat()


def registration(**changes: Any) -> dict[str, Any]:
    """What a grid worker fills in."""
    return {
        "title": "楼上漏水引发的纠纷",
        "channel": "police",
        "type": "neighbour",
        "summary": "楼上漏水，浸坏天花板",
        "amount": "1200.50",
        "parties": [APPLICANT, RESPONDENT],
        "knowingly": True,  # the same quarrel is registered over and over here
    } | changes


def logged(by: User, unit: str = GRID, **changes: Any) -> Case:
    """A dispute as it is logged."""
    return Case.open_new("dispute", by=by, unit=unit, **registration(**changes))


def answers() -> dict[str, dict[str, Any]]:
    """What each step is given in the ordinary course of things."""
    day = today()
    signed = {"parties_signed_on": day, "mediator_signed_on": day, "sealed_on": day}
    return {
        "accept": {"basis": "application", "eligible": True},
        "reject": {"reason": "法院已经受理", "organ": "court"},
        "assign": {"handler": "mediator", "chosen_by": "committee"},
        "take_on": {},
        "send_back": {"reason": "与一方当事人相识"},
        "ask_recusal": {"asked_by": "applicant", "reason": "调解员是对方亲属"},
        "decide_recusal": {"granted": True, "opinion": "理由成立"},
        "form_team": {"team": [{"role": "lawyer", "name": "外聘律师"}]},
        "session": {
            "on": day,
            "place": "调解室",
            "matter": "漏水赔偿",
            "body": "双方陈述意见",
            "informed": True,
        },
        "agree_written": {
            "disputed": "漏水事实",
            "liability": "乙某承担",
            "content": "赔偿一千元",
            "manner": "一次付清",
            "perform_by": day,
            **signed,
        },
        "agree_oral": {"content": "赔偿五百元", "no_paper": True, "on": day},
        "fail": {"reason": "分歧过大", "routes": ["litigation"]},
        "withdraw": {"side": "applicant", "reason": "自行和解"},
        "refer": {"organ": "police", "reason": "涉嫌治安案件"},
        "perform": {"on": day},
        "breach": {"on": day, "performance": "none", "urged": "已督促并告知可以起诉"},
        "revisit": {"on": day, "performance": "full", "satisfaction": "good"},
        "confirm": {
            "on": day,
            "court": "静安区人民法院",
            "ground": "seat",
            "jointly": True,
            "pledged": True,
        },
        "annul_agreement": {"annulment": "void", "annulled_by": "（2026）沪0106民初1号", "on": day},
        "archive": {
            "retention": "long",
            "file_notes": [{"item": "identity", "reason": "当事人未带证件，已当面核对"}],
        },
    }


ROADS = {
    "registered": [],
    "accepted": ["accept"],
    "assigned": ["accept", "assign"],
    "mediating": ["accept", "assign", "session"],
    "agreed": ["accept", "assign", "session", "agree_written"],
    "performed": ["accept", "assign", "session", "agree_written", "perform"],
    "breached": ["accept", "assign", "session", "agree_written", "breach"],
    "revisited": ["accept", "assign", "session", "agree_written", "perform", "revisit"],
    "annulled": ["accept", "assign", "session", "agree_written", "annul_agreement"],
    "failed": ["accept", "fail"],
    "rejected": ["reject"],
    "withdrawn": ["withdraw"],
    "referred": ["refer"],
    "archived": ["reject", "archive"],
}


def dispute_in(state: str, cast: Any, **changes: Any) -> Case:
    """A dispute that reached a state by taking steps, the street's mediator acting."""
    case = logged(cast.grid, **changes)
    for step in ROADS[state]:
        case.take(step, by=cast.mediator, **answers()[step], **behind_doors(step, case))
    return case


def behind_doors(step: str, case: Case) -> dict[str, bool]:
    """What is private is mediated behind closed doors."""
    return {"closed_doors": True} if step == "session" and case.sensitivity else {}
