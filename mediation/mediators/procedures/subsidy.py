"""以案定补: a period's disputes are drawn up, sampled by call-backs, approved by another, paid."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Flag, LongText, Row, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role

from ..choices import Answered
from ..rules import subsidy as rules
from .mediator import READERS

KEEPERS = (Role.JUSTICE,)
APPROVERS = (Role.JUSTICE, Role.LEADER)
STATES = {
    "drafted": "编制中",
    "submitted": "待核定",
    "approved": "已核定",
    "paid": "已发放",
    "cancelled": "已撤销",
}
COLOURS = {"drafted": "primary", "submitted": "warning", "approved": "info", "paid": "success"}
OPEN = ("drafted", "submitted")
DRAWN = ("draw_up", "call_back", "exclude", "submit")  # who did one of these does not approve


def drawn(case: Any, facts: Any) -> dict[str, Any]:
    title = f"{facts['first_day']}至{facts['last_day']}以案定补"
    return {"title": title, "subsidy_items": rules.rows(case, facts)}


def called(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.item(case, facts)
    row.answered, row.called_on, row.note = facts["answered"], facts["on"], facts.get("note", "")
    return [(row, ["answered", "called_on", "note"])]


def excluded(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.item(case, facts)
    row.void, row.why = True, facts["reason"]
    return [(row, ["void", "why"])]


def released(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    """A batch that is given up leaves its disputes to another."""
    there = rules.standing(case)
    for row in there:
        row.void, row.why = True, "批次撤销"
    return [(row, ["void", "why"]) for row in there]


def total(case: Any, facts: Any) -> dict[str, Any]:
    return {"total": sum(row.sum for row in rules.standing(case))}


ITEM = Row("纠纷", part="subsidy_items")
STEPS = {
    "draw_up": Step(
        "编制", (), "drafted", KEEPERS,
        {
            "first_day": Day("结案日期起"),
            "last_day": Day("结案日期止"),
            "on": Day("编制日期", required=False),
        },
        (rules.IN_ORDER, rules.SOMETHING), sets=drawn, number="定补字",
    ),
    "call_back": Step(
        "登记抽查回访", ("drafted",), "", KEEPERS,
        {
            "item": ITEM,
            "answered": Choice("回访结果", choices=Answered),
            "note": Text("回访说明", required=False),
            "on": Day("回访日期", required=False),
        },
        (rules.OURS,), alters=called, offer="any", style="primary",
    ),
    "exclude": Step(
        "剔除", ("drafted",), "", KEEPERS, {"item": ITEM, "reason": Text("剔除原因")},
        (rules.OURS,), alters=excluded, offer="any",
    ),
    "submit": Step(
        "送核定", ("drafted",), "submitted", KEEPERS,
        {
            "no_charge": Flag("已核明未向当事人收取任何费用"),
            "on": Day("送核日期", required=False),
        },
        (rules.SAMPLED, rules.SCREENED, rules.TRUE_ONLY, rules.NO_CHARGE), style="primary",
    ),
    "approve": Step(
        "核定", ("submitted",), "approved", APPROVERS,
        {"opinion": LongText("核定意见", required=False, most=500)},
        bars=common.took(*DRAWN), sets=total, style="success",
    ),
    "send_back": Step(
        "退回", ("submitted",), "drafted", APPROVERS, {"reason": LongText("退回原因", most=500)},
        bars=common.took(*DRAWN), sets=lambda case, facts: {"returned": True},
    ),
    "pay": Step(
        "登记发放", ("approved",), "paid", KEEPERS,
        {"voucher": Text("凭证号", most=64), "on": Day("发放日期", required=False)},
        sets=lambda case, facts: {"paid_on": facts["on"]}, closes=True, style="primary",
    ),
    "cancel": Step(
        "撤销", OPEN, "cancelled", KEEPERS, {"reason": LongText("撤销原因", most=500)},
        alters=released, closes=True,
    ),
    **common.papers(KEEPERS, (*OPEN, "approved")),
}  # fmt: skip
CLOCKS: tuple[Clock, ...] = ()

SUBSIDY = Procedure(
    kind="subsidy",
    label="以案定补",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    clocks=CLOCKS,
    detail="mediators.Subsidy",
    parts={**common.PARTS, "subsidy_items": "mediators.SubsidyItem"},
)
