"""What can happen to a campaign: planned, launched, its checks and hazards, summed up."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, LongText, Many, Text
from lawgov.casework.procedure import Clock, Procedure, Step

from ..choices import THEME
from ..rules import campaigns as rules
from ..who import ABOVE, ALL, HEADS, TEAM, TRUSTED

STATES = {"planned": "待启动", "running": "行动中", "closed": "已小结", "cancelled": "已取消"}
COLOURS = {"planned": "primary", "running": "warning", "closed": "success"}
OPEN = ("planned", "running")
PARTNERS = Many(
    "参与部门", required=False, least=0,
    of={
        "name": Text("部门", most=50),
        "duty": Text("分工", required=False),
    },
)  # fmt: skip
CHECKPOINTS = Many(
    "点位", required=False, least=0,
    of={
        "place": Text("点位"),
        "hours": Text("时段", required=False, most=100),
    },
)  # fmt: skip


def takes_effect(case: Any) -> list[tuple[str, str]]:
    detail = case.detail
    return [
        ("行动时间", f"{detail.since}至{detail.until}"),
        ("参与部门", "、".join(row.name for row in case.part("partners")) or "本单位"),
        ("点位", "、".join(row.place for row in case.part("checkpoints"))),
        ("行动方案", detail.plan),
    ]


STEPS = {
    "plan": Step(
        "制定方案", (), "planned", TEAM,
        {
            "title": Text("行动名称", most=100),
            "theme": Choice("主题", choices=THEME),
            "since": Day("行动起日"),
            "until": Day("行动止日"),
            "plan": LongText("行动方案"),
            "partners": PARTNERS,
            "checkpoints": CHECKPOINTS,
            "on": Day("制定日期", required=False),
        },
        (rules.PERIOD,), number="行动字",
    ),
    "arrange": Step(
        "增加部门和点位", OPEN, "", TEAM,
        {"partners": PARTNERS, "checkpoints": CHECKPOINTS}, (rules.SAYS_MORE,), offer="any",
    ),
    "launch": Step(
        "批准启动", ("planned",), "running", HEADS,
        {"opinion": Text("审批意见", required=False), "on": Day("启动日期", required=False)},
        (rules.PLACED,), bars=rules.has_planned, effect=takes_effect, style="success",
    ),
    "extend": Step(
        "延长", ("running",), "", HEADS,
        {"until": Day("行动止日"), "reason": Text("原因")}, (rules.LATER,), offer="any",
    ),
    "sum_up": Step(
        "小结", ("running",), "closed", TEAM,
        {"summary": LongText("小结"), "on": Day("小结日期", required=False)},
        closes=True, style="primary",
    ),
    "cancel": Step(
        "取消", ("planned",), "cancelled", (*TEAM, *HEADS), {"reason": Text("原因")},
        closes=True,
    ),
    **common.papers(ALL, tuple(STATES)),
}  # fmt: skip
CLOCKS = (
    Clock("行动小结", 0, "行动方案确定的止日", ("plan", "extend"), ("sum_up", "cancel"),
          told_day="until"),
)  # fmt: skip

CAMPAIGN = Procedure(
    kind="campaign",
    label="专项行动",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, *ABOVE),
    trusted=TRUSTED,
    clocks=CLOCKS,
    detail="finding.Campaign",
    parts={
        **common.PARTS,
        "partners": "finding.Partner",
        "checkpoints": "finding.Checkpoint",
    },
    searched=("plan", "summary"),
    counts={"type": "theme"},
)
