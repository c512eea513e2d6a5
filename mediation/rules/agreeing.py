"""What is asked of an agreement, and of an end without one."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.procedure import Rule
from lawgov.parties.models import Side

from .law import MEDIATION_LAW, Facts

SIGNATURES = ("parties_signed_on", "mediator_signed_on", "sealed_on")


def both_sides(case: Any, facts: Facts) -> bool:
    rows = [*case.part("parties")]
    sides = {row.side for row in rows} | {row["side"] for row in facts.get("parties", ())}
    return {Side.APPLICANT, Side.RESPONDENT} <= sides


def signed(case: Any, facts: Facts) -> bool:
    return all(facts.get(name) for name in SIGNATURES)


def effective_on(facts: Facts) -> date | None:
    """生效日期: the day on which the last of signatures and seal came (art. 29)."""
    days = [facts[name] for name in SIGNATURES if facts.get(name)]
    return max(days) if len(days) == len(SIGNATURES) else None


def signed_in_time(case: Any, facts: Facts) -> bool:
    """Signed and sealed while the case was handled, and to be performed from then on."""
    days = [facts[name] for name in SIGNATURES if facts.get(name)]
    within = all(case.opened_on <= day <= localdate() for day in days)
    return within and facts["perform_by"] >= facts["on"]


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
