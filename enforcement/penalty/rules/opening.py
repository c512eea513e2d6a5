"""What the law asks before a case is filed, and of those against whom it goes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from enforcement.standards import powers
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.parties.models import Charged, Party
from lawgov.privacy import crypto

from .. import standing

LAW = "《行政处罚法》"
SINCE = date(2021, 7, 15)  # the day the revised law came into force
BAR_YEARS, BAR_YEARS_GRAVE = 2, 5
# Before its filing a case stands in nobody's way; in these it ended without a penalty.
UNPUNISHED = ("registered", "unfiled", "dropped", "referred")
Facts = Mapping[str, Any]


def lacks_age(case: Any) -> bool:
    return any(
        row.is_minor and standing.years(row, case.detail.act_on) is None
        for row in standing.charged(case)
    )


def years_after(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)


def barred_from(case: Any) -> date:
    """The last day on which an undiscovered act could still be discovered."""
    years = BAR_YEARS_GRAVE if case.detail.grave else BAR_YEARS
    return years_after(case.detail.act_on, years)


def same_act(case: Any) -> QuerySet[Case]:
    """The other penalty cases for this very act: the same party, power and day."""
    who = Q(pk__in=[])
    for row in standing.charged(case):
        if row.id_number:
            who |= Q(id_blind=crypto.blind(row.id_number))
        if row.credit_code:
            who |= Q(credit_code=row.credit_code)
    others = Case.objects.filter(
        kind=case.kind, penalty__power=case.detail.power, penalty__act_on=case.detail.act_on
    ).exclude(state__in=UNPUNISHED)
    return others.filter(
        pk__in=Party.objects.filter(who, side=Charged.PARTY).values("case")
    ).exclude(pk=case.pk)


def act_first(case: Any, facts: Facts) -> bool:
    return bool(facts["act_on"] <= facts["on"]) if "act_on" in facts else True


def power_stands(case: Any, facts: Facts) -> bool:
    day = facts.get("on") or localdate()
    return powers.find(case.unit, case.detail.power, day) is not None


POWER_STANDS = Rule(
    "所引权责事项当日须仍然有效：已收回、调整的不得再立案处罚", LAW, "第二十四条",
    power_stands, since=SINCE,
)  # fmt: skip
CORRECT_AHEAD = Rule(
    "改正期限不得早于责令改正之日", LAW, "第二十八条",
    lambda case, facts: facts["until"] >= facts["on"], asks=True, since=SINCE,
)  # fmt: skip
ACT_FIRST = Rule(
    "违法行为发生（终了）日期不能晚于登记之日", "平台办理规则", "", act_first, asks=True
)
PARTY_KNOWN = Rule(
    "须有明确的当事人",
    LAW,
    "第四十条",
    lambda case, facts: bool(standing.charged(case)),
    since=SINCE,
)
IN_TIME = Rule(
    "违法行为在二年内（涉及公民生命健康安全、金融安全且有危害后果的五年内）未被发现的，不再给予行政处罚",
    LAW, "第三十六条",
    lambda case, facts: case.detail.found_on <= barred_from(case), since=SINCE,
)  # fmt: skip
ONE_FINE = Rule(
    "对当事人的同一个违法行为，不得给予两次以上罚款：同一当事人、同一事项、同一日的行为已另案处理",
    LAW, "第二十九条", lambda case, facts: not same_act(case).exists(), since=SINCE,
)  # fmt: skip
OLD_ENOUGH = Rule(
    "当事人违法时不满十四周岁的，不予行政处罚，责令监护人加以管教", LAW, "第三十条",
    lambda case, facts: not standing.is_child(case), since=SINCE,
)  # fmt: skip
AGE_KNOWN = Rule(
    "当事人为未成年人的，须先查明年龄（登记身份证号）", LAW, "第三十条、第四十条",
    lambda case, facts: not lacks_age(case), since=SINCE,
    concerns=lambda case: any(row.is_minor for row in standing.charged(case)),
)  # fmt: skip
