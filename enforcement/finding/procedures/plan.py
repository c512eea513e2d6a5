"""What can happen to the year's plan of inspections: drawn up, approved, made public."""

from typing import Any

from enforcement.standards.choices import OBJECT
from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Many, Row, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role

from ..choices import THEME
from ..publishing import WORKING_DAYS
from ..rules import inspections as rules
from ..who import ABOVE, HEADS, TEAM

STATES = {
    "drafting": "编制中",
    "approved": "已批准",
    "public": "已公布",
    "cancelled": "已作废",
}
COLOURS = {"drafting": "primary", "approved": "warning", "public": "success"}
KEEPERS = (*TEAM, Role.JUSTICE)
ITEMS = Many(
    "检查事项",
    of={
        "theme": Choice("检查主题", choices=THEME),
        "item": Text("检查事项", most=100),
        "basis": Text("检查依据"),
        "object": Choice("执法对象", choices=OBJECT),
        "place": Text("检查范围", required=False),
        "planned": Integer("计划次数", least=1, most=100000),
        "cap": Integer("同一对象年度上限", required=False, least=1, most=366),
    },
)  # fmt: skip


def takes_effect(case: Any) -> list[tuple[str, str]]:
    rows = [row for row in case.part("plan_items") if not row.void]
    return [("计划年度", f"{case.detail.plan_year}年")] + [
        (THEME(row.theme).label, f"{row}；依据：{row.basis}") for row in rows
    ]


def dropped(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.item(case, facts)
    row.void = True
    return [(row, ["void"])]


STEPS = {
    "draft": Step(
        "编制计划", (), "drafting", KEEPERS,
        {
            "title": Text("计划名称", most=100),
            "plan_year": Integer("计划年度", least=2000, most=2100),
            "plan_items": ITEMS,
            "note": LongText("编制说明", required=False),
            "on": Day("编制日期", required=False),
        },
        (rules.ONE_A_YEAR,), number="检查计划字",
    ),
    "add_items": Step(
        "增加事项", ("drafting",), "", KEEPERS, {"plan_items": ITEMS}, offer="any",
    ),
    "drop_item": Step(
        "撤销事项", ("drafting",), "", KEEPERS,
        {"item": Row("检查事项", part="plan_items"), "reason": Text("原因")},
        (rules.ITEM_KNOWN,), offer="any", alters=dropped,
    ),
    "approve": Step(
        "批准", ("drafting",), "approved", HEADS,
        {"opinion": Text("审批意见", required=False), "on": Day("批准日期", required=False)},
        (rules.HAS_ITEMS,), bars=rules.has_drafted, effect=takes_effect, style="success",
    ),
    "publicised": Step(
        "公布", ("approved",), "public", (), {"on": Day("公布日期", required=False)},
        offer="any", sets=lambda case, facts: {"public_on": facts["on"]}, closes=True,
    ),
    "cancel": Step(
        "作废", ("drafting", "approved"), "cancelled", HEADS, {"reason": Text("原因")},
        closes=True,
    ),
    **common.papers(KEEPERS, tuple(STATES)),
}  # fmt: skip
CLOCKS = (
    Clock("检查计划公布", WORKING_DAYS, "国办发〔2018〕118号", ("approve",),
          ("publicised", "cancel"), working=True),
)  # fmt: skip

PLAN = Procedure(
    kind="inspection_plan",
    label="年度检查计划",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*TEAM, *ABOVE),
    clocks=CLOCKS,
    detail="finding.InspectionPlan",
    parts={**common.PARTS, "plan_items": "finding.PlanItem"},
    searched=("note",),
)
