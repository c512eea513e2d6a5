"""What the law asks before a step of mediation: each rule with its words and its article."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.models import Entry
from lawgov.casework.procedure import Rule
from lawgov.parties.models import Side
from lawgov.people.models import Role
from lawgov.units import scope
from lawgov.workdays import calendar

from .choices import SUBTYPE, AgreementKind, Found

MEDIATION_LAW = "《人民调解法》"
MINISTRY_RULES = "《人民调解工作若干规定》"
CONFIRM_DAYS = 30  # calendar days, 人民调解法第三十三条、民事诉讼法第二百零五条

SIGNATURES = ("parties_signed_on", "mediator_signed_on", "sealed_on")

Facts = Mapping[str, Any]


def told_rights(case: Any, facts: Facts) -> bool:
    return bool(case.detail.informed_on or facts.get("informed"))


def both_sides(case: Any, facts: Facts) -> bool:
    rows = [*case.part("parties")]
    sides = {row.side for row in rows} | {row["side"] for row in facts.get("parties", ())}
    return {Side.APPLICANT, Side.RESPONDENT} <= sides


def police_told(case: Any, facts: Facts) -> bool:
    return not case.detail.danger or case.detail.reported_on is not None


def signed(case: Any, facts: Facts) -> bool:
    return all(facts.get(name) for name in SIGNATURES)


def effective_on(facts: Facts) -> date | None:
    """生效日期: the day on which the last of signatures and seal came (art. 29)."""
    days = [facts[name] for name in SIGNATURES if facts.get(name)]
    return max(days) if len(days) == len(SIGNATURES) else None


def is_mediator(case: Any, facts: Facts) -> bool:
    return facts["handler"].seat_for((Role.MEDIATOR,), case.desk) is not None


def is_successor(case: Any, facts: Facts) -> bool:
    """Before it is assigned, a case is handled by who logged it, if by anyone."""
    return case.state not in ("assigned", "mediating") or is_mediator(case, facts)


def in_confirm_window(case: Any, facts: Facts) -> bool:
    written = [a for a in case.part("agreements") if a.form == AgreementKind.WRITTEN]
    if not written or not written[-1].effective_on:
        return False
    effective = written[-1].effective_on
    last = calendar.add(effective, CONFIRM_DAYS, working=False).day
    return bool(effective <= facts["on"] <= last)


def signed_in_time(case: Any, facts: Facts) -> bool:
    """Signed and sealed while the case was handled, and to be performed from then on."""
    days = [facts[name] for name in SIGNATURES if facts.get(name)]
    within = all(case.opened_on <= day <= localdate() for day in days)
    return within and facts["perform_by"] >= facts["on"]


def routes_told(case: Any, facts: Facts) -> bool:
    return case.detail.refused_on is None or bool(facts.get("routes"))


def handled(case: Any, facts: Facts) -> bool:
    handler = case.handler
    return handler is not None and handler.seat_for((Role.MEDIATOR,), case.desk) is not None


def round_found_one(case: Any, facts: Facts) -> bool:
    """A valid round with a find, in the unit's own line of the tree, that led to no dispute yet."""
    if "entry" not in facts:
        return True
    rounds = Entry.objects.valid().filter(kind="screening", facet=Found.DISPUTE, links=None)
    entry = rounds.filter(pk=facts["entry"]).first()
    return entry is not None and (
        scope.covers(entry.unit, case.unit) or scope.covers(case.unit, entry.unit)
    )


def finer_fits(case: Any, facts: Facts) -> bool:
    kind, finer = (facts.get(n, getattr(case.detail, n)) for n in ("type", "subtype"))
    return SUBTYPE.fits(finer, kind)


FINER = Rule(
    "细类应属于所选的纠纷类型",
    "平台办理规则",
    "",
    lambda case, facts: "subtype" not in facts or finer_fits(case, facts),
    asks=True,
)
ROUND_FOUND_ONE = Rule(
    "所填排查记录应是本单位发现纠纷、尚未登记的有效记录",
    "平台办理规则",
    "",
    round_found_one,
    asks=True,
)
NOT_REFUSED = Rule(
    "当事人明确拒绝调解的，不得调解，应当终止并告知其他途径",
    MEDIATION_LAW,
    "第十七条、第二十三条、第二十六条",
    lambda case, facts: case.detail.refused_on is None,
)
ELIGIBLE = Rule(
    "须核明不属于法律规定由专门机关管辖、禁止调解，或法院、公安机关及其他机关已经受理、解决的纠纷",
    MINISTRY_RULES,
    "第二十二条",
    lambda case, facts: bool(facts.get("eligible")),
    asks=True,
)
TOLD_RIGHTS = Rule(
    "调解前应当告知当事人人民调解的性质、效力和双方的权利义务",
    MINISTRY_RULES,
    "第三十条",
    told_rights,
    asks=True,
)
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
HANDLED = Rule(
    "须先分派给在经办单位任职的人民调解员",
    MEDIATION_LAW,
    "第十九条",
    handled,
)
ORAL_WANTED = Rule(
    "当事人认为无需制作书面协议的，方可采取口头协议，由调解员记录协议内容",
    MEDIATION_LAW,
    "第二十八条",
    lambda case, facts: bool(facts.get("no_paper") and facts.get("content")),
    asks=True,
)
POLICE_TOLD = Rule(
    "纠纷有激化危险的，须先登记向公安机关或有关部门报告的情况",
    MEDIATION_LAW,
    "第二十五条",
    police_told,
)
BOTH_CONSENT = Rule(
    "超过调解期限仍需调解的，须双方当事人均同意延长并记录",
    MINISTRY_RULES,
    "第三十三条",
    lambda case, facts: bool(facts.get("applicant_agrees") and facts.get("respondent_agrees")),
    asks=True,
)
JOINTLY = Rule(
    "司法确认须由双方当事人共同申请",
    MEDIATION_LAW,
    "第三十三条",
    lambda case, facts: bool(facts.get("jointly")),
    asks=True,
)
CONFIRM_IN_TIME = Rule(
    f"司法确认应自书面协议生效之日起{CONFIRM_DAYS}日内申请",
    MEDIATION_LAW + "第三十三条、《民事诉讼法》",
    "第二百零五条",
    in_confirm_window,
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
