"""How a psychological counsellor comes to a dispute."""

from typing import Any

from lawgov.casework.facts import Day, Person, Text
from lawgov.casework.procedure import Step
from lawgov.people.models import MediatorKind, Post, Role

from .rules import helping as rules
from .states import OFFICE, OPEN

ATTACH = "attach_counsellor"


def counsellors(case: Any) -> list[tuple[int, str]]:
    posts = Post.objects.on().over(case.desk).filter(
        role=Role.MEDIATOR, user__mediator_kind=MediatorKind.COUNSELLOR
    )  # fmt: skip
    return list(posts.order_by("user__name").values_list("user", "user__name").distinct())


def kept_apart(reason: str) -> str:
    """Whoever reads the dispute does not read of somebody's state of mind."""
    return "（见心理服务记录）"


STEPS = {
    ATTACH: Step(
        "邀请心理咨询师", OPEN, "", OFFICE,
        {
            "counsellor": Person("心理咨询师", options=counsellors),
            "reason": Text("转介原因", mask=kept_apart),
            "on": Day("转介日期", required=False),
        },
        (rules.IS_COUNSELLOR,),
    ),
}  # fmt: skip
CLOCKS = ()
