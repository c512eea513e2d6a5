"""What can happen to an incident: 接报, 出动, 处置, 移交调解, 总结."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Several, Text
from lawgov.casework.hours import Hour
from lawgov.casework.models import Relation, Sensitivity
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role
from mediation.rules.opening import SOURCE_KNOWN
from mediation.states import ALL

from . import rules
from .choices import INCIDENT as KINDS
from .choices import Channel, Work
from .facts import Members, Team
from .limits import SUM_UP

STATES = {
    "reported": "已接报",
    "out": "已出动",
    "handled": "已处置",
    "handed": "已移交调解",
    "summed_up": "已总结",
}
COLOURS = {
    "reported": "danger", "out": "warning", "handled": "info", "handed": "info",
    "summed_up": "success",
}  # fmt: skip
WORKERS = ALL
HERE = ("reported", "out", "handled", "handed")


def begun(case: Any, facts: Any) -> dict[str, Any]:
    source = facts.get("source")
    return {"links": [{"relation": Relation.SOURCE, "other_id": source}] if source else []}


def went(case: Any, facts: Any) -> dict[str, Any]:
    at = {"left_at": facts["left_at"]} if "left_at" in facts else {}
    rows = [{"member": each, "name": each.name, **at} for each in facts["members"]]
    return {"responders": rows}


def for_dispute(case: Any) -> dict[str, Any] | None:
    """What a dispute begins with that is handed over by the team; none before it is."""
    if case.state != "handed":
        return None
    return {
        "title": case.title, "channel": "incident", "summary": case.detail.situation,
        "place": case.detail.place, "sensitivity": case.sensitivity,
    }  # fmt: skip


STEPS = {
    "report": Step(
        "接报突发事件", (), "reported", WORKERS,
        {
            "title": Text("事件名称", most=100),
            "channel": Choice("报告来源", choices=Channel),
            "type": Choice("事件类型", choices=KINDS),
            "place": Text("地点"),
            "persons": Integer("涉及人数", required=False, most=100000),
            "situation": LongText("事件情况"),
            "began_at": Hour("开始时间", required=False),
            "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("接报日期", required=False),
        },
        (SOURCE_KNOWN,), sets=begun, number="突发字",
    ),
    "go_out": Step(
        "出动", ("reported",), "out", WORKERS,
        {
            "team": Team("队伍"),
            "members": Members("出动队员"),
            "left_at": Hour("出动时间", required=False),
            "on": Day("出动日期", required=False),
        },
        (rules.TEAM_HERE, rules.ON_ROSTER), sets=went, style="primary",
    ),
    "reinforce": Step(
        "增派队员", ("out",), "", WORKERS,
        {
            "members": Members("出动队员"),
            "left_at": Hour("出动时间", required=False),
            "on": Day("出动日期", required=False),
        },
        (rules.ON_ROSTER, rules.NOT_OUT_YET), sets=went,
    ),
    "handle": Step(
        "登记处置情况", ("out",), "handled", WORKERS,
        {
            "works": Several("工作内容", choices=Work),
            "result": LongText("处置情况"),
            "ended_at": Hour("结束时间", required=False),
            "on": Day("处置日期", required=False),
        },
        style="primary",
    ),
    "hand_over": Step(
        "移交调解", ("handled",), "handed", WORKERS,
        {"reason": Text("移交原因"), "on": Day("移交日期", required=False)},
    ),
    "sum_up": Step(
        "总结", ("handled", "handed"), "summed_up", WORKERS,
        {"summary": LongText("总结"), "on": Day("总结日期", required=False)}, (rules.TAKEN_ON,),
        closes=True, style="success",
    ),
    **common.papers(WORKERS, HERE),
}  # fmt: skip
INCIDENT = Procedure(
    kind="incident",
    label="突发事件",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    trusted=(Role.JUSTICE, Role.LEADER),
    clocks=(Clock("突发事件总结", SUM_UP, "平台办理规则", ("handle",), ("sum_up",)),),
    detail="emergency.Incident",
    parts={**common.PARTS, "responders": "emergency.Responder"},
    searched=("place", "situation"),
    counts={"type": "type", "amount": "persons"},
)
