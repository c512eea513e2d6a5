"""What can happen to a civic issue: 提出, 研讨, 草拟, 公示, 生效."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files, keep_all
from lawgov.people.models import Role

from .. import rules
from ..choices import TOPIC, Output

HOSTS = (Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
RAISERS = (Role.GRID_WORKER, *HOSTS)
STATES = {
    "raised": "已提出",
    "discussing": "研讨中",
    "drafted": "已草拟",
    "publicised": "公示中",
    "in_force": "已生效",
    "issued": "已出具",
    "ended": "已终止",
}
COLOURS = {
    "raised": "primary", "discussing": "info", "drafted": "info", "publicised": "warning",
    "in_force": "success", "issued": "success",
}  # fmt: skip
OPEN = ("raised", "discussing", "drafted", "publicised")


def finished(case: Any, facts: Any) -> dict[str, Any]:
    """What it ended with, and the signed paper."""
    files = keep_all(case, facts) if "file" in facts else {}
    return {"effective_on": facts["on"], **files}


STEPS = {
    "raise_issue": Step(
        "提出议题", (), "raised", RAISERS,
        {
            "title": Text("议题", most=100),
            "topic": Choice("议题类型", choices=TOPIC),
            "estate": Text("小区", most=100),
            "summary": LongText("问题情况"),
            "on": Day("提出日期", required=False),
        },
        number="议题字",
    ),
    "discuss": Step(
        "登记研讨", ("raised", "discussing"), "discussing", HOSTS,
        {
            "on": Day("研讨日期"),
            "venue": Text("地点"),
            "people": Integer("参加人数", least=2, most=10000),
            "attending": Text("参加人员", required=False, most=500,
                              help="业主代表、物业、律师、法治带头人等"),
            "views": LongText("研讨意见"),
        },
        part="deliberations", style="primary",
    ),
    "draft": Step(
        "草拟", ("discussing", "drafted"), "drafted", HOSTS,
        {
            "output": Choice("成果形式", choices=Output),
            "text": LongText("成果文本", most=20000),
            "drafter": Text("起草人", most=100),
            "on": Day("日期", required=False),
        },
        style="primary",
        begins=lambda case: {name: getattr(case.detail, name) for name in
                             ("output", "text", "drafter")},
    ),
    "publicise": Step(
        "公示", ("drafted",), "publicised", HOSTS,
        {
            "hung_at": Text("公示地点"),
            "hung_until": Day("公示截止日期"),
            "on": Day("公示日期", required=False),
        },
        (rules.IS_PACT, rules.HANGS_LONG), style="primary",
        fits=lambda case: case.detail.output == Output.PACT,
    ),
    "object": Step(
        "登记公示意见", ("publicised",), "", HOSTS,
        {
            "on": Day("提出日期", required=False),
            "says": LongText("意见", most=2000),
            "answer": LongText("答复", most=2000),
        },
        part="objections", sets=lambda case, facts: {"on": facts["on"]},
    ),
    "redraft": Step(
        "采纳意见重拟", ("publicised",), "drafted", HOSTS,
        {"text": LongText("成果文本", most=20000), "reason": Text("修改原因")},
        begins=lambda case: {"text": case.detail.text},
    ),
    "take_effect": Step(
        "生效", ("publicised",), "in_force", HOSTS,
        {
            "adopted_by": Text("通过方式", help="如业主大会表决、居民会议通过"),
            "file": Files("签署的公约", required=False),
            "on": Day("生效日期", required=False),
        },
        (rules.PUBLICITY_OVER, common.IN_QUOTA, common.IN_DAY), sets=finished, closes=True,
        style="success",
    ),
    "issue": Step(
        "出具法律意见书", ("drafted",), "issued", HOSTS,
        {
            "firm": Text("律师事务所", most=100),
            "lawyer": Text("律师", most=50),
            "file": Files("法律意见书"),
            "on": Day("出具日期", required=False),
        },
        (rules.IS_OPINION, common.IN_QUOTA, common.IN_DAY), sets=finished, closes=True,
        style="success", fits=lambda case: case.detail.output == Output.OPINION,
    ),
    "end": Step(
        "终止", OPEN, "ended", HOSTS, {"reason": Text("终止原因")}, closes=True,
    ),
    **common.papers(RAISERS, (*OPEN, "in_force", "issued")),
}  # fmt: skip
CLOCKS = (
    Clock("公约公示期满", 0, "公示确定的截止日期", ("publicise",),
          ("redraft", "take_effect", "end"), told_day="hung_until"),
)  # fmt: skip

ISSUE = Procedure(
    kind="civic_issue",
    label="民生议题",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*RAISERS, Role.STATISTICIAN, Role.LEADER),
    clocks=CLOCKS,
    detail="casebook.CivicIssue",
    parts={
        **common.PARTS,
        "deliberations": "casebook.Deliberation",
        "objections": "casebook.Objection",
    },
    counts={"type": "topic", "facet": "output"},
    searched=("summary", "text"),
)
