"""What can happen to a plan of rounds: 部署 -> 走访 -> 完成."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Text
from lawgov.casework.places import Places
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Post, Role

from . import rules
from .choices import ROUND
from .progress import lacking
from .registers import READERS

STATES = {
    "deployed": "已部署",
    "walking": "走访中",
    "done": "已完成",
    "short": "未完成结束",
    "cancelled": "已撤销",
}
COLOURS = {"deployed": "primary", "walking": "warning", "done": "success", "short": "danger"}
DEPLOYERS = (Role.COMMUNITY_WORKER, Role.JUSTICE)
OPEN = ("deployed", "walking")


def deployed(case: Any, facts: Any) -> dict[str, Any]:
    """The grids with those who walk them; where none is chosen, all of the unit."""
    grids = facts.get("grids") or rules.grids_of(case.unit)
    return {"since": facts.get("since", facts["on"]), "walks": walks(grids)}


def walks(grids: list[str]) -> list[dict[str, Any]]:
    posts = Post.objects.on().filter(role=Role.GRID_WORKER, unit__in=grids, user__is_active=True)
    pairs: set[tuple[str, int | None]] = set(posts.values_list("unit", "user"))
    manned = {grid for grid, _ in pairs}
    pairs |= {(grid, None) for grid in grids if grid not in manned}
    return [{"grid": g, "user_id": u} for g, u in sorted(pairs, key=lambda p: (p[0], p[1] or 0))]


STEPS = {
    "deploy": Step(
        "部署", (), "deployed", DEPLOYERS,
        {
            "title": Text("部署名称", most=100, help="如：春节前矛盾纠纷集中排查"),
            "since": Day("开始日期", required=False, help="不填即部署当日"),
            "until": Day("截止日期"),
            "rounds": Integer("每个网格轮数", least=1, most=100),
            "type": Choice("排查方式", required=False, choices=ROUND, help="不选即不限方式"),
            "grids": Places("网格", required=False, help="不选即本单位全部网格"),
            "demand": LongText("排查要求", required=False),
            "on": Day("部署日期", required=False),
        },
        (rules.BELOW_STREET, rules.INSIDE, rules.AHEAD), sets=deployed, number="排查部署字",
    ),
    "set_out": Step("开始走访", ("deployed",), "walking", (), offer="any"),
    "complete": Step(
        "完成", ("walking",), "done", DEPLOYERS,
        {"summary": LongText("完成情况", required=False)},
        (rules.WALKED,), sets=lambda case, facts: {"missing": 0}, closes=True, style="success",
    ),
    "end": Step(
        "未完成结束", ("walking",), "short", DEPLOYERS,
        {"reason": LongText("未完成原因", most=500)},
        sets=lambda case, facts: {"missing": len(lacking(case))}, closes=True,
        fits=lambda case: bool(lacking(case)),
    ),
    "extend": Step(
        "延期", OPEN, "", DEPLOYERS,
        {"until": Day("截止日期", help="延期后的截止日期"), "reason": Text("延期原因")},
        (rules.LATER,), offer="any",
    ),
    "cancel": Step(
        "撤销", OPEN, "cancelled", DEPLOYERS, {"reason": Text("撤销原因")}, closes=True,
    ),
    **common.papers(DEPLOYERS, OPEN),
}  # fmt: skip
CLOCKS = (
    Clock(
        "排查期限", 0, "部署单位确定的期限", ("deploy", "extend"),
        ("complete", "end", "cancel"), told_day="until",
    ),
)  # fmt: skip

PLAN = Procedure(
    kind="round_plan",
    label="排查部署",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    invited="walks",
    clocks=CLOCKS,
    detail="screening.RoundPlan",
    parts={**common.PARTS, "walks": "screening.Walk"},
    counts={"type": "type"},
    searched=("demand",),
)
