"""What is asked before and while a dispute is mediated."""

from typing import Any

from lawgov.casework.common import IN_DAY, IN_QUOTA, rule_of_house
from lawgov.casework.procedure import Rule

from ..choices import Notice, Recorded
from .law import MEDIATION_LAW, MINISTRY_RULES, Facts

IN_ROOM = (IN_QUOTA, IN_DAY)  # where files come with the step


def told_rights(case: Any, facts: Facts) -> bool:
    return bool(case.detail.informed_on or facts.get("informed"))


def is_recorded(facts: Facts) -> bool:
    return facts.get("recorded", Recorded.NONE) != Recorded.NONE


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
VOLUNTARY = Rule(
    "人民调解以当事人自愿为前提，申请前应说明人民调解的规定",
    MEDIATION_LAW,
    "第三条",
    lambda case, facts: bool(facts.get("voluntary")),
    asks=True,
)
NOTICE_KEPT = rule_of_house(
    "书面告知的，应附当事人签收的权利义务告知书",
    lambda case, facts: facts["informed_how"] != Notice.WRITTEN or "file" in facts,
    asks=True,
)
HELPERS_AGREED = Rule(
    "邀请亲属、邻里、专业人员等参加调解，须征得各方当事人同意",
    MEDIATION_LAW,
    "第二十条",
    lambda case, facts: (
        bool(facts.get("consented")) or not (facts.get("helpers") or facts.get("helper_kinds"))
    ),
    asks=True,
)
RECORDING_TOLD = rule_of_house(
    "录音录像的，须事先告知当事人",
    lambda case, facts: bool(facts.get("recording_told")) or not is_recorded(facts),
    asks=True,
)
CLOSED_AS_ASKED = Rule(
    "当事人有权要求公开或者不公开调解，要求不公开的不得公开进行",
    MEDIATION_LAW,
    "第二十三条",
    lambda case, facts: bool(facts.get("closed_doors") or not facts.get("wants_closed")),
    asks=True,
)
PRIVATE_CLOSED = Rule(
    "涉及当事人隐私、商业秘密的，不公开调解",
    MINISTRY_RULES,
    "第二十九条",
    lambda case, facts: bool(facts.get("closed_doors")),
    asks=True,
    concerns=lambda case: bool(case.sensitivity),
)
