"""How a dispute is mediated: 调解, the time that both sides may lengthen."""

from lawgov.casework.facts import (
    Day,
    Flag,
    Integer,
    LongText,
    Text,
)
from lawgov.casework.procedure import Clock, Step
from lawgov.people.models import Role

from . import limits
from .rules import mediating as rules
from .rules.conferring import PLANNED
from .rules.dispatching import NO_RECUSAL_PENDING, TAKEN_ON
from .rules.law import MINISTRY_RULES
from .rules.standing import HANDLED, NOT_REFUSED, POLICE_TOLD
from .states import ENDING, OFFICE, UNDER_WAY

STEPS = {
    "session": Step(
        "调解", ("assigned", "mediating"), "mediating", (Role.MEDIATOR,),
        {
            "on": Day("日期"),
            "place": Text("地点"),
            "matter": Text("事由"),
            "helpers": Text("参加人", required=False, help="受邀的亲友、专家等，须经当事人同意"),
            "body": LongText("记录"),
            "informed": Flag("已告知当事人权利义务"),
            "closed_doors": Flag("不公开调解"),
        },
        (NOT_REFUSED, HANDLED, TAKEN_ON, NO_RECUSAL_PENDING, rules.TOLD_RIGHTS, PLANNED),
        part="sessions", style="primary",
        sets=lambda case, facts: {"informed_on": case.detail.informed_on or facts["on"]},
    ),
    "extend": Step(
        "延长期限", UNDER_WAY, "", OFFICE,
        {
            "days": Integer("延长日数", least=1, most=180),
            "applicant_agrees": Flag("申请人同意"),
            "respondent_agrees": Flag("被申请人同意"),
        },
        (rules.BOTH_CONSENT, NOT_REFUSED, POLICE_TOLD),
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "调解期限", limits.MEDIATE, f"{MINISTRY_RULES}第三十三条",
        ("accept",), ENDING, extends={"extend": "days"},
    ),
)  # fmt: skip
