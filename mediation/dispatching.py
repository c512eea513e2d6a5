"""Who mediates: 分派, 接受或退回, 回避."""

from typing import Any

from lawgov.casework.facts import Choice, Day, Flag, LongText, Person, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.people.models import Post, Role

from . import limits
from .choices import ChosenBy, RecusalBy
from .rules import dispatching as rules
from .rules.standing import NOT_REFUSED
from .states import ENDING, OFFICE, UNDER_WAY

IN_HAND = ("assigned", "mediating")
NOBODY = {"handler": None, "mediator_kind": "", "taken_on": None}


def mediators(case: Any) -> list[tuple[int, str]]:
    """Who may be given the case: mediators whose post covers the desk."""
    posts = Post.objects.on().over(case.desk).filter(role=Role.MEDIATOR)
    users = {post.user for post in posts.select_related("user").order_by("user__name")}
    return [(u.pk, f"{u.name}（{u.get_mediator_kind_display() or '调解员'}）") for u in users]


def assigned(case: Any, facts: Any) -> dict[str, Any]:
    kind = facts["handler"].mediator_kind
    return {"mediator_kind": kind, "taken_on": None, "given_on": facts["on"]}


def transferred(case: Any, facts: Any) -> dict[str, Any]:
    """Before it is assigned nobody has to take it on."""
    given = assigned(case, facts)
    return given if case.state in IN_HAND else given | {"given_on": None}


def decided(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.pending(case)
    row.granted, row.opinion = facts.get("granted", False), facts["opinion"]
    row.decided_on = facts["on"]
    return [(row, ["granted", "opinion", "decided_on"])]


STEPS = {
    "assign": Step(
        "分派", UNDER_WAY, "assigned", OFFICE,
        {
            "handler": Person("调解员", options=mediators),
            "chosen_by": Choice("确定方式", choices=ChosenBy),
            "outer_number": Text("外部系统案号", required=False, most=64,
                                 help="由外部解纷系统分拨的填写"),
            "on": Day("分派日期", required=False),
        },
        (rules.MEDIATOR, rules.NOT_RECUSED, NOT_REFUSED), style="primary", sets=assigned,
    ),
    "take_on": Step(
        "接受委派", IN_HAND, "", (Role.MEDIATOR,), {"on": Day("接受日期", required=False)},
        (rules.OWN_HANDS,), style="primary", fits=rules.waits_for_answer,
        sets=lambda case, facts: {"taken_on": facts["on"]},
    ),
    "send_back": Step(
        "退回委派", IN_HAND, "accepted", (Role.MEDIATOR,),
        {"reason": LongText("退回原因", most=500)},
        (rules.OWN_HANDS,), fits=rules.waits_for_answer,
        sets=lambda case, facts: {**NOBODY, "returned": True},
    ),
    "ask_recusal": Step(
        "申请回避", IN_HAND, "", OFFICE,
        {
            "asked_by": Choice("提出的一方", choices=RecusalBy),
            "reason": LongText("回避理由", most=500),
            "on": Day("提出日期", required=False),
        },
        part="recusals", offer="any",
        sets=lambda case, facts: {"user": case.handler, "on": facts["on"]},
        fits=lambda case: case.handler_id is not None and rules.pending(case) is None,
    ),
    "decide_recusal": Step(
        "决定回避", IN_HAND, "", (Role.COMMUNITY_WORKER, Role.JUSTICE),
        {
            "granted": Flag("同意回避"),
            "opinion": LongText("理由", most=500),
            "on": Day("决定日期", required=False),
        },
        bars=lambda case, user: case.handler_id == user.pk, offer="any", style="primary",
        fits=lambda case: rules.pending(case) is not None, alters=decided,
        sets=lambda case, facts: NOBODY if facts.get("granted") else {},
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "接受委派", limits.TAKE_ON, "平台办理规则", ("assign", "transfer"),
        ("take_on", "send_back", "session", "accept_offer", *ENDING), working=True,
        told_day="given_on",
    ),
    Clock(
        "决定回避", limits.RECUSAL, "平台办理规则", ("ask_recusal",),
        ("decide_recusal", "accept_offer", *ENDING), working=True,
    ),
)  # fmt: skip
