"""What is asked of an agreement, and of an end without one."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.parties.models import Side

from ..choices import Signer
from .drafting import last_draft, marks, signed_by
from .law import CIVIL_PROCEDURE, MEDIATION_LAW, Facts

SIGNATURES = {
    "parties_signed_on": Signer.PARTY,
    "mediator_signed_on": Signer.MEDIATOR,
    "sealed_on": Signer.COMMITTEE,
}


def both_sides(case: Any, facts: Facts) -> bool:
    rows = [*case.part("parties")]
    sides = {row.side for row in rows} | {row["side"] for row in facts.get("parties", ())}
    return {Side.APPLICANT, Side.RESPONDENT} <= sides


def signed_days(case: Any, facts: Facts) -> dict[str, date | None]:
    """When parties, mediator and committee signed: as stated, else by their marks on the draft."""
    return {name: facts.get(name) or signed_by(case, who) for name, who in SIGNATURES.items()}


def signed(case: Any, facts: Facts) -> bool:
    return all(signed_days(case, facts).values())


def effective_on(case: Any, facts: Facts) -> date:
    """生效日期: the day on which the last of signatures and seal came (art. 29)."""
    return max(day for day in signed_days(case, facts).values() if day)


def signed_in_time(case: Any, facts: Facts) -> bool:
    """Signed and sealed while the case was handled, and to be performed from then on."""
    days = [day for day in signed_days(case, facts).values() if day]
    within = all(case.opened_on <= day <= localdate() for day in days)
    return within and facts["perform_by"] >= facts["on"]


def says_what_was_signed(case: Any, facts: Facts) -> bool:
    draft = last_draft(case)
    return not marks(case) or draft.content.split() == facts["content"].split()


def instalments_fit(case: Any, facts: Facts) -> bool:
    """Each later than the one before, none after the last day, and together what was agreed."""
    rows = facts.get("instalments", [])
    days = [row["due_on"] for row in rows]
    total = sum(row.get("amount", 0) for row in rows)
    rising = all(one < two for one, two in pairwise(days))
    in_time = not days or facts["on"] <= days[0] <= days[-1] <= facts["perform_by"]
    return rising and in_time and total in (0, facts.get("agreed_amount", 0))


def copies_needed(case: Any) -> int:
    """One for each party and one for the committee, at least what a draft of two sides takes."""
    return max(3, len(case.part("parties")) + 1)


def prevented_in_pairs(case: Any, facts: Facts) -> bool:
    given = [bool(facts.get(n)) for n in ("prevented", "prevented_cases", "prevented_people")]
    return all(given) or not any(given)


def routes_told(case: Any, facts: Facts) -> bool:
    return case.detail.refused_on is None or bool(facts.get("routes"))


BOTH_SIDES = Rule("须登记申请人和被申请人", MEDIATION_LAW, "第二十九条", both_sides)
SIGNED = Rule(
    "书面协议须经各方当事人签名、盖章或按指印，调解员签名并加盖调解委员会印章方生效",
    MEDIATION_LAW,
    "第二十九条",
    signed,
    asks=True,
)
SIGNED_IN_TIME = Rule(
    "签名、盖章日期应在登记之后、今天以前，履行期限不得早于达成协议之日",
    MEDIATION_LAW,
    "第二十九条",
    signed_in_time,
    asks=True,
)
ROUTES_TOLD = Rule(
    "当事人拒绝调解而终止的，须告知可以通过仲裁、行政、司法途径维护权利",
    MEDIATION_LAW,
    "第二十六条",
    routes_told,
    asks=True,
)
ORAL_WANTED = Rule(
    "当事人认为无需制作书面协议的，方可采取口头协议，由调解员记录协议内容",
    MEDIATION_LAW,
    "第二十八条",
    lambda case, facts: bool(facts.get("no_paper") and facts.get("content")),
    asks=True,
)
SIGNED_TEXT = Rule(
    "协议内容应与各方签署的草案一致，改动后须重新签署",
    MEDIATION_LAW,
    "第二十九条",
    says_what_was_signed,
    asks=True,
)
COPIES_ENOUGH = Rule(
    "调解协议书由当事人各执一份，人民调解委员会留存一份",
    MEDIATION_LAW,
    "第二十九条",
    lambda case, facts: facts.get("copies", copies_needed(case)) >= copies_needed(case),
    asks=True,
)
INSTALMENTS_FIT = rule_of_house(
    "各期日期应依次递增、不晚于履行期限，写明金额的合计应等于协议涉及金额",
    instalments_fit,
    asks=True,
)
PREVENTED_IN_PAIRS = rule_of_house(
    "防止激化的，须同时填写情形、件数和人数", prevented_in_pairs, asks=True
)
BOTH_CHANGE = Rule(
    "变更协议须各方当事人一致同意",
    CIVIL_PROCEDURE,
    "第二百零六条",
    lambda case, facts: bool(facts.get("agreed_by_all")),
    asks=True,
)
