"""How a dispute is mediated: 分派, 调解, the time that both sides may lengthen."""

from typing import Any

from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    Integer,
    LongText,
    Person,
    Text,
)
from lawgov.casework.procedure import Clock, Step
from lawgov.people.models import Post, Role

from . import limits
from .choices import (
    ChosenBy,
)
from .rules import mediating as rules
from .rules.conferring import PLANNED
from .rules.law import MINISTRY_RULES
from .rules.standing import HANDLED, NOT_REFUSED, POLICE_TOLD
from .states import ENDING, OFFICE, UNDER_WAY


def mediators(case: Any) -> list[tuple[int, str]]:
    """Who may be given the case: mediators whose post covers the desk."""
    posts = Post.objects.on().over(case.desk).filter(role=Role.MEDIATOR)
    users = {post.user for post in posts.select_related("user").order_by("user__name")}
    return [(u.pk, f"{u.name}（{u.get_mediator_kind_display() or '调解员'}）") for u in users]


STEPS = {
    "assign": Step(
        "分派", UNDER_WAY, "assigned", OFFICE,
        {
            "handler": Person("调解员", options=mediators),
            "chosen_by": Choice("确定方式", choices=ChosenBy),
            "on": Day("分派日期", required=False),
        },
        (rules.MEDIATOR, NOT_REFUSED), style="primary",
        sets=lambda case, facts: {"mediator_kind": facts["handler"].mediator_kind},
    ),
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
        (NOT_REFUSED, HANDLED, rules.TOLD_RIGHTS, PLANNED), part="sessions", style="primary",
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
