"""How a penalty case gets somewhere: what each step is given, and the steps to each state."""

from typing import Any

from lawgov.casework.models import Case

from ..cast import STREET, today

PARTY = {"side": "party", "kind": "person", "name": "钱某", "id_number": "11010519491231002X"}
FIRM = {
    "side": "party",
    "kind": "organisation",
    "name": "某某餐饮有限公司",
    "credit_code": "91350100M000100Y43",
}
POWER = "CG-0001"
HEADS_WORD = ("approve_filing",)  # what the head takes; the rest the first officer


def registration(**changes: Any) -> dict[str, Any]:
    return {
        "title": "擅自占用道路堆放物料案",
        "channel": "inspection",
        "power": POWER,
        "jurisdiction": "handed_down",
        "object": "shop",
        "summary": "当事人在门前道路上堆放货物",
        "place": "共康路1号门前",
        "act_on": today(),
        "parties": [PARTY],
    } | changes


def registered(squad: Any, **changes: Any) -> Case:
    return Case.open_new("penalty", by=squad.officer, unit=STREET, **registration(**changes))


def answers(squad: Any) -> dict[str, dict[str, Any]]:
    """What each step is given in the ordinary course of things."""
    two = [squad.officer, squad.partner]
    return {
        "apply_filing": {"officers": two, "reason": "有证据证明存在违法行为"},
        "approve_filing": {},
        "investigate": {
            "on": today(), "place": "共康路1号", "form": "inspect", "officers": two,
            "shown": True, "body": "现场见货物占道约三平方米",
        },
        "add_evidence": {
            "kind": "record", "name": "现场笔录", "proves": "占道事实", "original": True,
            "on": today(),
        },
        "conclude": {"report": "事实清楚，证据充分，建议处罚"},
    }  # fmt: skip


FILED = ("apply_filing", "approve_filing")
CONCLUDED = (*FILED, "investigate", "add_evidence", "conclude")
ROADS: dict[str, tuple[str, ...]] = {
    "registered": (),
    "applied": ("apply_filing",),
    "filed": FILED,
    "investigating": (*FILED, "investigate"),
    "concluded": CONCLUDED,
}


def walk(case: Case, squad: Any, *steps: str, **given: dict[str, Any]) -> Case:
    """Take these steps in turn, each by whom it is for."""
    for step in steps:
        by = squad.head if step in HEADS_WORD else squad.officer
        case.take(step, by=by, **(answers(squad)[step] | given.get(step, {})))
    return case


def penalty_in(state: str, squad: Any, **changes: Any) -> Case:
    """A penalty case that reached a state by taking steps."""
    return walk(registered(squad, **changes), squad, *ROADS[state])
