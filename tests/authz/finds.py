"""Targets of the finding room: a lead, a find, an inspection, a plan, a campaign, a hazard."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from enforcement.officers.certified import certified
from lawgov.casework.models import Case, Entry
from lawgov.people.models import Role, User

from ..cast import person
from ..enforcement import finds
from ..enforcement.officers import certify

STREET = "310106020"
KINDS = ("lead", "finding", "inspection", "inspection_plan", "campaign", "hazard")


def who(name: str, role: Role) -> User:
    return User.objects.filter(username=name).first() or person(name, role, STREET)


def team() -> SimpleNamespace:
    """Who prepares the targets: two certified officers of the street and their head."""
    us = SimpleNamespace(
        officer=who("first-officer", Role.OFFICER),
        partner=who("second-officer", Role.OFFICER),
        head=who("first-head", Role.ENFORCEMENT_HEAD),
    )
    if us.officer not in certified(STREET):
        certify(us.head, us.officer, us.partner)
    return us


def later(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def logged(unit: str) -> dict[str, Entry]:
    """An entry in each register of the room."""
    by = who("first-officer", Role.OFFICER)
    return {
        "patrol": Entry.log("patrol", by=by, unit=unit, type="walk", found="nothing"),
        "hotspot": Entry.log("hotspot", by=by, unit=unit, type="street_trade", place="站前"),
    }


def target(unit: str, given: str, title: str) -> Case:
    """A case of the room in a state: `kind:state`."""
    kind, _, state = given.partition(":")
    return MADE[kind](team(), unit, state, title)


def a_lead(us: Any, unit: str, state: str, title: str) -> Case:
    case = finds.lead(us, unit=unit, title=title, subject="")
    roads: dict[str, tuple[str, ...]] = {
        "found": (), "queued": ("grade",), "handling": ("grade", "take_up"),
        "recheck": ("grade", "take_up", "measure"),
    }  # fmt: skip
    for step in roads[state]:
        case.take(step, by=us.officer, **steps(us)[step])
    return case


def a_find(us: Any, unit: str, state: str, title: str) -> Case:
    case = finds.finding(us, unit=unit, title=title)
    if state != "found":
        case.take("dispatch", by=us.officer, desk=unit)
    if state == "fed_back":
        case.take("feed_back", by=us.officer, feedback="已清理", file=[finds.picture()])
    return case


def an_inspection(us: Any, unit: str, state: str, title: str) -> Case:
    case = finds.inspection(us, unit=unit, title=title)
    if state != "planned":
        bad = state != "checked"
        rows = [{"item": "密闭运输", "outcome": "bad" if bad else "good"}]
        facts = finds.results(us, problems=int(bad), results=rows)
        case.take("inspect", by=us.officer, **facts)
    if state == "recheck":
        finds.measured(us, case)
    return case


def a_plan(us: Any, unit: str, state: str, title: str) -> Case:
    return finds.plan(us, public=False, unit=unit, title=title)


def a_campaign(us: Any, unit: str, state: str, title: str) -> Case:
    return finds.campaign(us, unit=unit, title=title, running=state == "running")


def a_hazard(us: Any, unit: str, state: str, title: str) -> Case:
    case = finds.hazard(us, unit=unit, title=title)
    if state == "rectified":
        case.take("rectify", by=us.officer, rectified="已清空")
    return case


MADE = {
    "lead": a_lead, "finding": a_find, "inspection": an_inspection, "inspection_plan": a_plan,
    "campaign": a_campaign, "hazard": a_hazard,
}  # fmt: skip


def steps(us: Any) -> dict[str, dict[str, Any]]:
    """What each step is given, whichever kind it is of."""
    two = [us.officer.pk, us.partner.pk]
    return {
        "grade": {"manner": "combined"},
        "take_up": {},
        "measure": {
            "kind": "notice", "demand": "改正", "recheck_on": later(3), "officers": two,
        },
        "remote_check": {"way": "data", "found": "一致"},
        "corrected": {"found": "已改"},
        "uncorrected": {"found": "未改"},
        "repeated": {"found": "再犯"},
        "refer": {"organ": "公安机关", "reason": "涉嫌犯罪"},
        "drop": {"reason": "不属实"},
        "correct": {"place": "闻喜路2号", "reason": "笔误"},
        "note": {"words": "住户不在家"},
        "feed_back": {"feedback": "已清理", "file": finds.picture()},
        "send_back": {"reason": "仍有残留"},
        "close": {},
        "withdraw": {"reason": "误报"},
        "inspect": {
            "officers": two, "shown": True, "count": 3, "record": "逐车检查",
            "results": [{"item": "密闭运输", "outcome": "good"}],
        },
        "cancel": {"reason": "重复"},
        "add_items": {"plan_items": [finds.ITEM]},
        "approve": {},
        "arrange": {"checkpoints": [{"place": "二号点"}]},
        "launch": {},
        "extend": {"until": later(60), "reason": "任务未完"},
        "sum_up": {"summary": "已完成"},
        "rectify": {"rectified": "已清空"},
        "clear": {"opinion": "已清空"},
    }  # fmt: skip


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    """By kind, where a step of one name asks for something else."""
    found = steps(team())
    case: Case = at.case
    if case.kind == "finding":
        found["dispatch"] = {"desk": at.unit}
    if case.kind == "inspection_plan":
        row = case.part("plan_items")[0]
        found["drop_item"] = {"item": row.pk, "reason": "重复"}
    if case.kind == "hazard":
        found["extend"] = {"due": later(20), "reason": "材料未到"}
        found["send_back"] = {"reason": "仍有堆物", "due": later(9)}
    return found
