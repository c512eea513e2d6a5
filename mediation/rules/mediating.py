"""What is asked before and while a dispute is mediated."""

from typing import Any

from lawgov.casework.procedure import Rule

from .law import MINISTRY_RULES, Facts


def told_rights(case: Any, facts: Facts) -> bool:
    return bool(case.detail.informed_on or facts.get("informed"))


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
