"""领导包案: the leader at one of three levels who answers for a hard case until it is closed.

The steps are those of a dispute and of a petition alike.
"""

from typing import Any

from lawgov.casework.facts import Choice, Day, LongText, Person, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.people.models import Post, Role

from .choices import Duty, Level
from .rules import leading as rules
from .states import ENDING, OFFICE, OPEN

PARTS = {"charges": "mediation.Charge", "charge_works": "mediation.ChargeWork"}


def leaders(case: Any) -> list[tuple[int, str]]:
    """Who may answer for the case: leaders whose post covers it, and its community's workers."""
    posts = Post.objects.on().over(case.unit).filter(role__in=rules.SEATS_OF_ANY)
    found = posts.select_related("user").order_by("user__name", "pk")
    return list({p.user_id: f"{p.user.name}（{p.get_role_display()}）" for p in found}.items())


def handed_on(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    """Who answered for it until now does so no longer; the row stays as its history."""
    *before, _ = case.part("charges")  # the last one begins with this step
    ended = [row for row in before if row.until is None]
    for row in ended:
        row.until = facts["on"]
    return [(row, ["until"]) for row in ended]


def begun(case: Any, facts: Any) -> dict[str, Any]:
    return {"since": facts["on"]}


def steps(
    roles: tuple[Role, ...], open_states: tuple[str, ...], workers: tuple[Role, ...]
) -> dict[str, Step]:
    return {
        "put_in_charge": Step(
            "确定包案领导", open_states, "", roles,
            {
                "leader": Person("包案领导", options=leaders),
                "level": Choice("包案级别", choices=Level),
                "office": Text("责任单位", required=False, most=100),
                "doer": Text("责任人", required=False, most=50),
                "plan": LongText("化解方案", required=False),
                "measures": LongText("稳控措施", required=False),
                "settle_by": Day("化解时限", required=False),
                "handed_why": Text("变更原因", required=False, help="变更包案领导时填写"),
                "on": Day("包案日期", required=False),
            },
            (rules.LEADS_HERE, rules.ANOTHER_LEADER, rules.SAYS_WHY, rules.SETTLE_AHEAD),
            part="charges", sets=begun, alters=handed_on, offer="any",
        ),
        "work_charge": Step(
            "登记包案工作", open_states, "", workers,
            {
                "duty": Choice("包案职责", choices=Duty),
                "body": LongText("工作情况"),
                "on": Day("日期", required=False),
            },
            part="charge_works", sets=lambda case, facts: {"on": facts["on"]}, offer="any",
            leads=(Role.LEADER,), fits=lambda case: rules.current(case) is not None,
        ),
    }  # fmt: skip


def clock(*ends: str) -> Clock:
    return Clock("包案化解", 0, "包案时确定的时限", ("put_in_charge",), ends, told_day="settle_by")


STEPS = steps((Role.JUSTICE,), OPEN, OFFICE)
CLOCKS = (clock(*ENDING, "reject"),)
