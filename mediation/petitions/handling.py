"""How a petition is handled: by whom, how long, and the opinion or agreement that it ends in."""

from dataclasses import replace
from typing import Any

from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Person, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.handovers import steps as handing
from lawgov.people.models import Post, Role
from mediation import limits as of_disputes
from mediation.rules.law import PETITION_RULES
from mediation.states import WAYS

from .choices import Manner, Result
from .limits import EXTEND, HANDLE
from .rules import handling as rules
from .states import STAFF

HANDLED = ("registered", "accepted")


def colleagues(case: Any) -> list[tuple[int, str]]:
    """Who works on petitions at the desk and has not stepped aside."""
    posts = Post.objects.on().over(case.desk).filter(role__in=STAFF)
    kept = posts.exclude(user__in=rules.stepped_aside(case)).select_related("user")
    found = kept.order_by("user__name", "pk")
    return list({p.user_id: f"{p.user.name}（{p.get_role_display()}）" for p in found}.items())


def aside(case: Any, facts: Any) -> dict[str, Any]:
    """Who stepped aside is kept, so that the case never comes back to them."""
    return {"aside": case.handler_id}


def handover() -> dict[str, Step]:
    """The ladder; an accusation goes to nobody whom it accuses."""
    return {
        name: replace(step, rules=(*step.rules, rules.NOT_TO_ACCUSED)) if name in WAYS else step
        for name, step in handing.handshake(WAYS, HANDLED, STAFF).items()
    }


STEPS = {
    "assign": Step(
        "确定经办人", ("accepted",), "", STAFF,
        {
            "handler": Person("经办人", options=colleagues),
            "no_interest": Flag("与信访事项、信访人没有直接利害关系"),
            "on": Day("日期", required=False),
        },
        (rules.SITS_HERE, rules.NO_INTEREST, rules.NOT_TO_ACCUSED), style="primary",
    ),
    "step_aside": Step(
        "回避", ("accepted",), "", STAFF,
        {
            "reason": Text("利害关系"),
            "handler": Person("接替的经办人", options=colleagues),
            "no_interest": Flag("接替人与信访事项、信访人没有直接利害关系"),
        },
        (rules.IS_ANOTHER, rules.SITS_HERE, rules.NO_INTEREST, rules.NOT_TO_ACCUSED),
        sets=aside, vouches=("aside",), fits=lambda case: case.handler_id is not None,
    ),
    "work": Step(
        "登记办理情况", ("accepted",), "", STAFF,
        {
            "manner": Choice("办理方式", choices=Manner),
            "body": LongText("办理情况"),
            "on": Day("日期", required=False),
        },
        part="works", sets=lambda case, facts: {"on": facts["on"]},
    ),
    "extend": Step(
        "批准延期", ("accepted",), "", (Role.LEADER,),
        {
            "days": Integer("延长日数", least=1, most=EXTEND),
            "reason": LongText("延期理由", most=500),
            "told": Flag("已告知信访人延期理由"),
            "on": Day("批准日期", required=False),
        },
        (rules.EXTENDED_ONCE, rules.EXTENDED_IN_TIME),
        sets=lambda case, facts: {"extended_on": facts["on"]},
    ),
    "settle": Step(
        "达成调解、和解协议", ("accepted",), "settled", STAFF,
        {"agreement": LongText("协议内容"), "on": Day("达成日期", required=False)},
        (rules.LED,), style="success",
    ),
    "conclude": Step(
        "出具处理意见书", ("accepted",), "concluded", STAFF,
        {
            "claim": LongText("信访人诉求"),
            "grounds": LongText("认定的事实和理由"),
            "opinion": LongText("处理意见"),
            "basis": LongText("法律法规依据"),
            "result": Choice("处理结果", choices=Result),
            "on": Day("出具日期", required=False),
        },
        (rules.LED,), style="primary",
    ),
    **handover(),
}  # fmt: skip
CLOCKS = (
    Clock(
        "信访办结", HANDLE, f"{PETITION_RULES}第三十四条", ("accept",),
        ("settle", "conclude"), extends={"extend": "days"},
    ),
    handing.clock(WAYS, of_disputes.OFFER),
)  # fmt: skip
