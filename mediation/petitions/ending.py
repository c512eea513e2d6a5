"""How a petition ends: the opinion is delivered, reviewed and reviewed again, or it is resolved."""

from lawgov.casework.facts import Choice, Day, LongText, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.people.models import Role
from lawgov.tasks.urging import URGE_ANSWERED
from mediation.choices import Satisfaction
from mediation.rules.law import PETITION_RULES

from .choices import Upheld
from .limits import ASK, DECIDE, REVISIT
from .rules import handling as rules
from .states import CLOSED, STAFF

ENDS = ("concluded", "settled", "reviewed", "rechecked")
STEPS = {
    "deliver": Step(
        "送达处理意见书", ("concluded",), "", STAFF, {"on": Day("送达日期")},
        sets=lambda case, facts: {"delivered_on": facts["on"]},
        fits=lambda case: case.detail.delivered_on is None, style="primary",
    ),
    "ask_review": Step(
        "登记复查申请", ("concluded",), "reviewing", STAFF,
        {"organ": Text("复查机关", most=100), "on": Day("申请日期", required=False)},
        (rules.DELIVERED, rules.REVIEW_IN_TIME),
    ),
    "review": Step(
        "登记复查意见", ("reviewing",), "reviewed", STAFF,
        {
            "reviewed": Choice("复查结果", choices=Upheld),
            "reason": LongText("复查意见"),
            "review_delivered_on": Day("送达日期"),
            "on": Day("复查日期", required=False),
        },
    ),
    "ask_recheck": Step(
        "登记复核申请", ("reviewed",), "rechecking", STAFF,
        {"organ": Text("复核机关", most=100), "on": Day("申请日期", required=False)},
        (rules.RECHECK_IN_TIME,),
    ),
    "call_hearing": Step(
        "决定听证", ("rechecking",), "", STAFF, {"on": Day("日期", required=False)}
    ),
    "end_hearing": Step(
        "听证结束", ("rechecking",), "", STAFF,
        {"record": LongText("听证情况"), "on": Day("日期", required=False)},
    ),
    "recheck": Step(
        "登记复核意见", ("rechecking",), "rechecked", STAFF,
        {
            "rechecked": Choice("复核结果", choices=Upheld),
            "reason": LongText("复核意见"),
            "on": Day("复核日期", required=False),
        },
        sets=lambda case, facts: {"final_on": facts["on"]},
    ),
    "resolve": Step(
        "化解办结", ENDS, "resolved", STAFF, {"outcome": LongText("化解情况", most=1000)},
        (rules.DELIVERED, rules.LED, URGE_ANSWERED), closes=True, style="success",
    ),
    "end": Step(
        "程序终结", ("concluded", "reviewed", "rechecked"), "ended", STAFF,
        {"reason": LongText("终结情况", most=1000)}, (rules.DELIVERED, rules.LED, URGE_ANSWERED),
        closes=True,
    ),
    "revisit": Step(
        "回访", ("resolved", "ended"), "", (*STAFF, Role.LEADER),
        {
            "satisfaction": Choice("满意度", choices=Satisfaction),
            "situation": LongText("回访情况", most=1000),
            "on": Day("回访日期", required=False),
        },
    ),
    "archive": Step("归档", CLOSED, "archived", STAFF),
}  # fmt: skip
CLOCKS = (
    Clock(
        "申请复查", ASK, f"{PETITION_RULES}第三十五条", ("deliver",),
        ("ask_review", "resolve", "end"), window=True,
    ),
    Clock("信访复查", DECIDE, f"{PETITION_RULES}第三十五条", ("ask_review",), ("review",)),
    Clock(
        "申请复核", ASK, f"{PETITION_RULES}第三十六条", ("review",),
        ("ask_recheck", "resolve", "end"), window=True, told_day="review_delivered_on",
    ),
    Clock(
        "信访复核", DECIDE, f"{PETITION_RULES}第三十六条", ("ask_recheck",), ("recheck",),
        pauses={"call_hearing": "end_hearing"},
    ),
    Clock("信访回访", REVISIT, "平台办理规则", ("resolve", "end"), ("revisit", "archive")),
)  # fmt: skip
