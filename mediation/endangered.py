"""Danger in a dispute: flagged by kind, and reported to whom the law names before it can rest."""

from typing import Any

from lawgov.casework.facts import Choice, Day, LongText, Several
from lawgov.casework.procedure import Clock, Step

from .choices import DangerKind, ReportedTo
from .rules import endangered as rules
from .states import ALL, KEPT, OPEN

PARTS = {"dangers": "mediation.Danger"}


def flagged(case: Any, facts: Any) -> dict[str, Any]:
    known = {row.kind for row in rules.waiting(case)}
    kinds = facts.get("kinds") or [DangerKind.OTHER]
    rows = [{"kind": kind, "on": facts["on"]} for kind in kinds if kind not in known]
    return {"danger": True, "reported_on": None, "dangers": rows}


def reported(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    rows = rules.chosen(case, facts)
    for row in rows:
        row.organ, row.reported_on = facts["organ"], facts["on"]
    return [(row, ["organ", "reported_on"]) for row in rows]


def all_reported(case: Any, facts: Any) -> dict[str, Any]:
    told = rules.chosen(case, facts)
    left = [row for row in rules.waiting(case) if row not in told]
    return {} if left else {"reported_on": facts["on"]}


STEPS = {
    "flag_danger": Step(
        "标记激化危险", OPEN, "", ALL,
        {
            "kinds": Several("危险种类", required=False, choices=DangerKind,
                             help="不选即记为其他激化危险"),
            "signs": LongText("危险迹象", most=500),
        },
        sets=flagged, offer="any", style="danger",
        fits=lambda case: len(rules.waiting(case)) < len(DangerKind),
    ),
    "report_danger": Step(
        "登记已报告", KEPT, "", ALL,
        {
            "kinds": Several("所报告的危险", required=False, choices=DangerKind,
                             help="不选即全部未报告的"),
            "organ": Choice("报告对象", choices=ReportedTo),
            "on": Day("报告日期"),
        },
        (rules.IS_FLAGGED, rules.VIOLENCE_TOLD, rules.MINORS_TOLD),
        sets=all_reported, alters=reported, offer="any", style="danger",
        fits=lambda case: case.detail.danger and not case.detail.reported_on,
    ),
}  # fmt: skip
CLOCKS: tuple[Clock, ...] = ()
