"""Targets of the petition room: a petition, a reception day, a batch received."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.models import Case, Entry
from lawgov.people.models import User

from ..cast import RESPONDENT
from ..mediation import petitions

KINDS = ("petition", "reception_day")
BATCH = {"type": "daily", "level": "street", "host": "领导", "persons": 2, "matter": "housing"}


def user(name: str) -> User:
    return User.objects.get(username=name)


def target(unit: str, given: str, title: str) -> Case:
    kind, _, state = given.partition(":")
    if kind == "petition":
        return petitions.petition(user("chief"), state, unit, title=title)
    return petitions.scheduled(user("chief"), user("principal"), unit, place=title)


def logged(unit: str) -> Entry:
    return Entry.log("reception", by=user("chief"), unit=unit, **BATCH)


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    return (of_petition if at.case.kind == "petition" else of_day)(at)


def of_petition(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    told, person = {"told_by": "written"}, {"handler": at.who.pk, "no_interest": True}
    return petitions.STEPS | {
        "redirect": {"path": "suit", "organ": "法院", **told},
        "object": {"organ": "信访办", "reason": "无职权"},
        "decline": {"reason": "已终结", "final_number": "区复核〔2025〕1号", **told},
        "mark_backlog": {"reason": "久拖未决"},
        "assign": person,
        "step_aside": {"reason": "亲属", **person},
        "work": {"manner": "talk", "body": "约谈"},
        "extend": {"days": 10, "reason": "复杂", "told": True},
        "put_in_charge": {"leader": "principal", "level": "street"},
        "work_charge": {"duty": "know", "body": "听取"},
        "supervise": {"body": "请说明"},
        "answer_urge": {"answer": "正在办"},
        "raise": {"to": at.above, "reason": "复杂"},
        "hand_down": {"to": at.below, "reason": "就近"},
        "pass_on": {"to": at.unit, "reason": "住在该处"},
        "accept_offer": {},
        "return_offer": {"reason": "不属"},
        "revoke_offer": {"reason": "误操作"},
        "call_hearing": {},
        "end_hearing": {"record": "已听"},
        "revisit": {"satisfaction": "good", "situation": "满意"},
        "archive": {},
        "add_party": {"parties": [RESPONDENT]},
        "correct_party": {"party": at.case.parties.first().pk, "name": "丙某", "reason": "误记"},
    }


def of_day(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    later = (localdate() + timedelta(days=90)).isoformat()
    return {
        "book": {"name": "甲某", "persons": 1, "matter": "电梯"},
        "postpone": {
            "planned_on": later, "planned_at": "10:00", "place": "另一处", "host": "principal",
            "reason": "会议",
        },
        "hold": {"on": localdate().isoformat()},
        "feed_back": {"summary": "已答复"},
        "cancel": {"reason": "防汛"},
    }  # fmt: skip
