"""What can happen to an edition of the casebook: 立项, 收入案例, 成册."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, Row, Text
from lawgov.casework.procedure import Procedure, Step
from lawgov.units import scope

from .. import rules
from ..choices import Form
from ..facts import Stories
from .story import EDITORS, JUDGES, STORY

STATES = {"collecting": "编辑中", "printed": "已成册", "cancelled": "已取消"}
COLOURS = {"collecting": "primary", "printed": "success"}
OPEN = ("collecting",)


def plan(case: Any, facts: Any) -> dict[str, Any]:
    return {
        "title": f"{facts['series']}第{facts['issue']}版",
        "street": scope.street(case.unit),
    }


def collected(case: Any, facts: Any) -> dict[str, Any]:
    return {"inclusions": [{"story": story} for story in facts["stories"]]}


def removed(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = case.one("inclusions", facts["inclusion"])
    row.void = True
    return [(row, ["void"])]


STEPS = {
    "plan": Step(
        "立项", (), "collecting", EDITORS,
        {
            "form": Choice("形式", choices=Form),
            "series": Text("汇编名称", most=80),
            "issue": Integer("版次", least=1, most=999),
            "on": Day("立项日期", required=False),
        },
        (rules.ISSUE_NEW,), sets=plan, number="调编字",
    ),
    "collect": Step(
        "收入案例", OPEN, "", EDITORS,
        {"stories": Stories("案例", options=rules.choices), "on": Day("日期", required=False)},
        (rules.STORIES_READY, rules.STORIES_NEW), sets=collected, style="primary",
    ),
    "remove": Step(
        "移出案例", OPEN, "", EDITORS,
        {"inclusion": Row("案例", part="inclusions"), "reason": Text("原因")},
        (rules.INCLUDED,), alters=removed, fits=lambda case: bool(rules.held(case)),
    ),
    "publish": Step(
        "成册", OPEN, "printed", JUDGES,
        {"copies": Integer("印数", required=False, least=1), "on": Day("成册日期", required=False)},
        (rules.HAS_STORIES,), closes=True, style="success",
        sets=lambda case, facts: {"printed_on": facts["on"]},
    ),
    "enter_past": Step(
        "补登旧版", OPEN, "printed", JUDGES,
        {
            "printed_on": Day("成册日期", help="使用本平台以前已经印出的版次"),
            "copies": Integer("印数", required=False, least=1),
            "on": Day("补登日期", required=False),
        },
        (rules.HAS_NONE, rules.PAST), closes=True, fits=lambda case: not rules.held(case),
    ),
    "cancel": Step(
        "取消", OPEN, "cancelled", EDITORS, {"reason": Text("取消原因")}, closes=True,
        sets=lambda case, facts: {"dropped": True},
    ),
    **common.papers(EDITORS, (*OPEN, "printed")),
}  # fmt: skip

EDITION = Procedure(
    kind="edition",
    label="案例汇编",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=STORY.readers,
    detail="casebook.Edition",
    parts={**common.PARTS, "inclusions": "casebook.Inclusion"},
    counts={"type": "form"},
)
