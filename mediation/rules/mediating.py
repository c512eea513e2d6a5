"""What is asked before and while a dispute is mediated."""

from typing import Any

from lawgov.casework.procedure import Rule
from lawgov.people.models import Role

from .law import MEDIATION_LAW, MINISTRY_RULES, Facts


def told_rights(case: Any, facts: Facts) -> bool:
    return bool(case.detail.informed_on or facts.get("informed"))


def is_mediator(case: Any, facts: Facts) -> bool:
    return facts["handler"].seat_for((Role.MEDIATOR,), case.desk) is not None


def is_successor(case: Any, facts: Facts) -> bool:
    """Before it is assigned, a case is handled by who logged it, if by anyone."""
    return case.state not in ("assigned", "mediating") or is_mediator(case, facts)


TOLD_RIGHTS = Rule(
    "调解前应当告知当事人人民调解的性质、效力和双方的权利义务",
    MINISTRY_RULES,
    "第三十条",
    told_rights,
    asks=True,
)
BOTH_CONSENT = Rule(
    "超过调解期限仍需调解的，须双方当事人均同意延长并记录",
    MINISTRY_RULES,
    "第三十三条",
    lambda case, facts: bool(facts.get("applicant_agrees") and facts.get("respondent_agrees")),
    asks=True,
)
MEDIATOR = Rule(
    "承办人须是在经办单位任职的人民调解员",
    MEDIATION_LAW,
    "第十三条、第十九条",
    is_mediator,
    asks=True,
)
SUCCESSOR = Rule(
    "已分派的纠纷，继任承办人须是在经办单位任职的人民调解员",
    MEDIATION_LAW,
    "第十三条、第十九条",
    is_successor,
    asks=True,
)
