"""What can happen to a meeting: from 通知 to 归档. Its decisions become tasks (decisions.py)."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import (
    Choice,
    Day,
    Fact,
    Integer,
    LongText,
    Many,
    Person,
    Place,
    Row,
    Text,
)
from lawgov.casework.hours import Hour
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.tasks.procedure import ISSUERS, OWNERS

from . import rules
from .choices import Capacity, Type
from .limits import MINUTES

STATES = {
    "called": "已通知",
    "held": "已召开",
    "minuted": "已形成纪要",
    "archived": "已归档",
    "cancelled": "已取消",
}
COLOURS = {"called": "primary", "held": "warning", "minuted": "success", "archived": "dark"}
OPEN = ("called", "held")
KEPT = (*OPEN, "minuted")
HOSTS = ISSUERS  # who writes minutes gives the tasks that follow from them

ITEM: dict[str, Fact] = {
    "matter": Text("议题", required=False),
    "number": Text("案件编号", required=False, most=64, help="听取某一案件时填写"),
}
ATTENDEE: dict[str, Fact] = {
    "capacity": Choice("身份", choices=Capacity),
    "user": Person("系统人员", required=False, options=rules.people),
    "name": Text("外部人员姓名", required=False, most=50),
    "position": Text("单位及职务", required=False, most=100),
}
WHEN: dict[str, Fact] = {
    "planned_on": Day("会议日期"),
    "planned_at": Hour("时间"),
    "place": Text("地点"),
}


def agenda(case: Any, facts: Any) -> dict[str, Any]:
    """The items, and a link to each case that is heard."""
    found = [
        (row.get("matter", ""), rules.heard(case, facts["by"], row["number"]) if "number" in row
         else None)
        for row in facts.get("items", ())
    ]  # fmt: skip
    origin = rules.origin(case, facts)
    if origin and origin not in {about for _, about in found}:
        found.append(("", origin))
    return {
        "items": [{"matter": matter, "about": about} for matter, about in found],
        "links": [{"relation": Relation.HEARD, "other": about} for _, about in found if about],
    }


def call(case: Any, facts: Any) -> dict[str, Any]:
    chair = facts.get("chair")
    there = [present(case, {"capacity": Capacity.CHAIR, "user": chair})] if chair else []
    return {**agenda(case, facts), "attendees": there}


def present(case: Any, row: Any) -> dict[str, Any]:
    if user := row.get("user"):
        return {**row, "name": user.name, "role": rules.role_of(user, case.unit)}
    return dict(row)


def decided(case: Any, facts: Any) -> dict[str, Any]:
    """Of the item that is named; a meeting on one matter needs none named."""
    items = case.part("items")
    item = case.one("items", facts["item"]) if "item" in facts else None
    alone = items[0] if len(items) == 1 and items[0].pk else None
    return {"item": item or alone}


def correct(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.attendee(case, facts)
    row.capacity = facts["capacity"]
    return [(row, ["capacity"])]


def undo(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.decision(case, facts)
    row.void = True
    return [(row, ["void"])]


def given(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.decision(case, facts)
    row.task_id = facts["task"]
    return [(row, ["task_id"])]


STEPS = {
    "call": Step(
        "通知会议", (), "called", HOSTS,
        {
            "title": Text("会议名称", most=100),
            "type": Choice("会议类型", choices=Type),
            **WHEN,
            "chair": Person("主持人", required=False),
            "items": Many("议题", required=False, of=ITEM, least=0),
            "source": Integer("提请案件", required=False, least=1, most=2**63 - 1),
            "on": Day("通知日期", required=False),
        },
        (rules.PLANNED_AHEAD, rules.ITEMS_KNOWN, rules.SOURCE_KNOWN, rules.SERVE_HERE),
        sets=call, number="会字",
    ),
    "postpone": Step(
        "改期", ("called",), "", HOSTS, {**WHEN, "reason": Text("改期原因")},
        (rules.PLANNED_AHEAD,), offer="any",
    ),
    "add_items": Step(
        "列入议题", OPEN, "", HOSTS, {"items": Many("议题", of=ITEM)}, (rules.ITEMS_KNOWN,),
        offer="any", sets=agenda,
    ),
    "add_attendees": Step(
        "登记参会人员", OPEN, "", HOSTS, {"attendees": Many("参会人员", of=ATTENDEE)},
        (rules.ONE_NAME, rules.NOT_TWICE, rules.SERVE_HERE), offer="any", style="primary",
        sets=lambda case, facts: {"attendees": [present(case, r) for r in facts["attendees"]]},
    ),
    "correct_attendee": Step(
        "更正参会情况", OPEN, "", HOSTS,
        {
            "attendee": Row("参会人员", part="attendees"),
            "capacity": Choice("身份", choices=Capacity),
        },
        (rules.ATTENDEE_KNOWN,), offer="any", alters=correct, corrects=True,
        fits=lambda case: bool(case.part("attendees")),
    ),
    "hold": Step(
        "召开", ("called",), "held", HOSTS, {"on": Day("召开日期")}, style="primary",
        sets=lambda case, facts: {"held_on": facts["on"]},
    ),
    "decide": Step(
        "记录决定事项", ("held",), "", HOSTS,
        {
            "text": LongText("决定事项", most=1000),
            "item": Row("所属议题", required=False, part="items", help="只有一项议题的可不选"),
            "owner_unit": Place("承办单位", required=False, options=rules.units,
                                help="填写后，形成纪要时即交办"),
            "owner": Person("承办人", required=False, options=rules.doers),
            "due": Day("办理期限", required=False),
        },
        (
            rules.HAS_AGENDA, rules.ITEM_OURS, rules.WHOLE, rules.CHARGEABLE, rules.OWNER_SITS,
            rules.DUE_AHEAD,
        ),
        offer="any", part="decisions", sets=decided, style="primary",
    ),
    "undo_decision": Step(
        "撤回决定事项", ("held",), "", HOSTS,
        {"decision": Row("决定事项", part="decisions"), "reason": Text("撤回原因")},
        (rules.DECISION_OPEN,), offer="any", alters=undo,
        fits=lambda case: bool(rules.standing(case)),
    ),
    "minute": Step(
        "形成纪要", ("held",), "minuted", HOSTS,
        {"minutes": LongText("纪要正文", most=20000), "on": Day("形成日期", required=False)},
        (rules.CHAIRED, rules.RECORDED, rules.ATTENDED, rules.STILL_AHEAD),
        closes=True, style="success",
    ),
    "correct_minutes": Step(
        "更正纪要", ("minuted",), "", HOSTS,
        {"minutes": LongText("纪要正文", most=20000), "reason": Text("更正原因")}, offer="any",
        corrects=True,
    ),
    "give_task": Step(
        "交办决定事项", ("minuted", "archived"), "", (),
        {
            "decision": Row("决定事项", part="decisions"),
            "task": Integer("交办事项", least=1, most=2**63 - 1),
        },
        (rules.NOT_GIVEN,), offer="any", alters=given,
    ),
    "archive": Step("归档", ("minuted",), "archived", HOSTS),
    "cancel": Step(
        "取消", ("called",), "cancelled", HOSTS, {"reason": LongText("取消原因", most=500)},
        offer="any", closes=True,
    ),
    **common.papers(HOSTS, KEPT),
}  # fmt: skip
CLOCKS = (
    Clock("会议召开", 0, "会议通知", ("call", "postpone"), ("hold", "cancel"),
          told_day="planned_on"),
    Clock("形成纪要", MINUTES, "平台办理规则", ("hold",), ("minute",),
          working=True),
)  # fmt: skip

MEETING = Procedure(
    kind="meeting",
    label="会议",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=OWNERS,
    clocks=CLOCKS,
    detail="meetings.Meeting",
    invited="attendees",
    searched=("place", "minutes"),
    parts={
        **common.PARTS,
        "items": "meetings.Item",
        "attendees": "meetings.Attendee",
        "decisions": "meetings.Decision",
    },
    counts={"type": "type"},
)
