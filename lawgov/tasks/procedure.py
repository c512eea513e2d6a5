"""What can happen to a task: from 交办 to 办结. The unit issues and judges, the desk does it."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Person, Place, Text
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files, keep_all
from lawgov.people.models import Role

from . import rules, urging
from .choices import Source

ISSUERS = (
    Role.LEADER, Role.JUSTICE, Role.COMMUNITY_WORKER, Role.STATISTICIAN, Role.ENFORCEMENT_HEAD,
    Role.REVIEWER,
)  # fmt: skip
SUPERVISORS = (Role.LEADER, Role.JUSTICE)
OWNERS = rules.OWNERS

STATES = {
    "issued": "已交办",
    "doing": "办理中",
    "replied": "已回复",
    "done": "已办结",
    "cancelled": "已撤销",
}
COLOURS = {"issued": "primary", "doing": "warning", "replied": "info", "done": "success"}
UNDER_WAY = ("issued", "doing")
OPEN = (*UNDER_WAY, "replied")


def begin(case: Any, facts: Any) -> dict[str, Any]:
    """A task may come from a case or a meeting."""
    if "source" not in facts:
        return {}
    return {"links": [{"relation": Relation.SOURCE, "other_id": facts["source"]}]}


def sign(case: Any, facts: Any) -> dict[str, Any]:
    """Who signs for it does it, unless somebody is named."""
    return {"handler": facts.get("handler") or case.handler or facts["by"]}


def answer(case: Any, facts: Any) -> dict[str, Any]:
    return {"on": facts["on"], **(keep_all(case, facts) if "file" in facts else {})}


ISSUE = {
    "title": Text("任务名称", most=100),
    "content": LongText("任务内容"),
    "desk": Place("承办单位"),
    "due": Day("办理期限"),
    "channel": Choice("任务来源", choices=Source),
    "handler": Person("承办人", required=False, help="可由承办单位签收时指定"),
    "needs_reply": Flag("须书面回复"),
    "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
    "on": Day("交办日期", required=False),
}
STEPS = {
    "issue": Step(
        "交办", (), "issued", ISSUERS, ISSUE,
        (
            rules.WITHIN_REACH, rules.MANNED, rules.HANDLER_SITS, rules.DUE_AHEAD,
            rules.SOURCE_KNOWN,
        ),
        sets=begin, number="交办字",
    ),
    "accept": Step(
        "签收", ("issued",), "doing", OWNERS,
        {"handler": Person("承办人", required=False, help="不选则由签收人承办",
                           options=rules.staff)},
        (rules.HANDLER_SITS,), at="own", sets=sign, style="primary",
    ),
    "assign": Step(
        "指定承办人", UNDER_WAY, "", OWNERS, {"handler": Person("承办人", options=rules.staff)},
        (rules.HANDLER_SITS,), at="own", offer="any",
    ),
    "reply": Step(
        "回复", ("doing",), "replied", OWNERS,
        {
            "body": LongText("回复内容", required=False),
            "file": Files("附件", required=False),
        },
        (rules.IN_WRITING, urging.URGE_ANSWERED, common.IN_QUOTA, common.IN_DAY),
        at="own", part="replies", sets=answer, style="primary",
    ),
    "confirm": Step(
        "确认办结", ("replied",), "done", ISSUERS,
        {"opinion": Text("办结意见", required=False)},
        at="unit", bars=rules.has_worked_on_it, closes=True, style="success",
    ),
    "send_back": Step(
        "退回重办", ("replied",), "doing", ISSUERS,
        {
            "reason": LongText("退回原因", most=500),
            "due": Day("办理期限", help="重办须在此日前完成"),
        },
        (rules.DUE_AHEAD,), at="unit", bars=rules.has_worked_on_it,
        sets=lambda case, facts: {"returned": True},
    ),
    "extend": Step(
        "延期", UNDER_WAY, "", ISSUERS,
        {"due": Day("办理期限", help="延期后的期限"), "reason": LongText("延期原因", most=500)},
        (rules.DUE_AHEAD, rules.DUE_LATER), at="unit", bars=rules.has_worked_on_it, offer="any",
    ),
    **urging.steps(
        UNDER_WAY, SUPERVISORS, OWNERS, name="urge", at=("unit", "own"),
        bars=rules.has_worked_on_it,
    ),
    "cancel": Step(
        "撤销", OPEN, "cancelled", ISSUERS, {"reason": LongText("撤销原因", most=500)},
        at="unit", bars=rules.has_worked_on_it, offer="any", closes=True,
    ),
    **common.papers(OWNERS, OPEN),
}  # fmt: skip
CLOCKS = (
    Clock("办理期限", 0, "交办单位确定的期限", ("issue", "extend", "send_back"),
          ("reply", "cancel"), told_day="due"),
    urging.clock(("cancel",), name="urge"),
)  # fmt: skip

TASK = Procedure(
    kind="task",
    label="交办事项",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=OWNERS,
    given_down=True,
    clocks=CLOCKS,
    detail="tasks.Task",
    searched=("content",),
    parts={
        **common.PARTS,
        **urging.PARTS,
        "replies": "tasks.Reply",
    },
)
