"""What the law asks of a decision on the spot, and of money taken on the spot."""

from collections.abc import Mapping
from typing import Any

from enforcement.standards import catalogue
from enforcement.standards.choices import Penalty
from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.parties.models import PartyKind

from .. import standing
from ..choices import Course, Outcome, SpotReason
from .opening import LAW, SINCE

MOST = {PartyKind.PERSON: 200_00, PartyKind.ORGANISATION: 3000_00}  # 分
MOST_ON_SPOT = 100_00
LIGHT = {Penalty.WARNING, Penalty.FINE}
Facts = Mapping[str, Any]


def is_light(case: Any, facts: Facts) -> bool:
    most = MOST[PartyKind(standing.party_kind(case))]
    return set(facts["kinds"]) <= LIGHT and facts.get("fine", 0) <= most


def in_band(case: Any, facts: Facts) -> bool:
    given = {"outcome": Outcome.PENALTY, **facts}
    return not standing.outside_band(case, given, standing.day(facts))


def is_unlisted(case: Any, facts: Facts) -> bool:
    """As the gate in the database asks it: what must be reviewed is not decided on the spot."""
    on = standing.day(facts)
    proposed = {"outcome": Outcome.PENALTY, **facts}
    return not catalogue.listed(
        case.unit, on, party_kind=standing.party_kind(case), kinds=facts["kinds"],
        fine=facts.get("fine", 0), confiscated=0, matters=standing.matters(case, proposed, on),
    )  # fmt: skip


def is_simple(case: Any) -> bool:
    return bool(case.detail.course == Course.SIMPLE)


def collected(case: Any) -> list[Any]:
    return [row for row in case.part("payments") if row.on_spot]


def small_enough(case: Any, facts: Facts) -> bool:
    return facts["why"] != SpotReason.SMALL or standing.decision(case).fine <= MOST_ON_SPOT


def hard_in_simple(case: Any, facts: Facts) -> bool:
    return facts["why"] != SpotReason.HARD or is_simple(case)


def handed_in(case: Any) -> bool:
    done = [event.step for event in case.history]
    return "collect_on_spot" not in done or "hand_in" in done


FACTS_CLEAR = Rule(
    "违法事实确凿并有法定依据的，方可当场作出决定", LAW, "第五十一条",
    lambda case, facts: bool(facts.get("clear")), asks=True, since=SINCE,
)  # fmt: skip
WITHIN_SIMPLE = Rule(
    "当场处罚限于对公民二百元以下、对法人或者其他组织三千元以下罚款或者警告", LAW, "第五十一条",
    is_light, asks=True, since=SINCE,
)  # fmt: skip
IN_BAND = Rule(
    "当场处罚的种类和金额应当在所选裁量档次之内", LAW, "第三十四条", in_band, asks=True, since=SINCE
)
UNLISTED = Rule(
    "列入重大执法决定法制审核目录的，不得当场决定，应当适用普通程序", LAW, "第五十八条",
    is_unlisted, asks=True, since=SINCE,
)  # fmt: skip
FINE_MATCHES = rule_of_house(
    "处罚种类含罚款的应填写罚款金额，不含罚款的不填",
    lambda case, facts: (Penalty.FINE in facts["kinds"]) == bool(facts.get("fine")),
    asks=True,
)
TOLD_AND_HEARD = Rule(
    "决定前应当告知拟处罚的内容及事实、理由、依据和权利，并听取陈述申辩", LAW,
    "第四十四条、第四十五条、第六十二条",
    lambda case, facts: bool(facts.get("told")), asks=True, since=SINCE,
)  # fmt: skip
HANDED_OVER = Rule(
    "应当填写预定格式、编有号码的决定书并当场交付当事人；拒绝签收的应当注明", LAW, "第五十二条",
    lambda case, facts: bool(facts.get("delivered")), asks=True, since=SINCE,
)  # fmt: skip
LIGHTER = Rule(
    "已满十四周岁不满十八周岁的，应当从轻或者减轻行政处罚", LAW, "第三十条",
    lambda case, facts: bool(facts.get("lighter")), asks=True, since=SINCE,
    concerns=standing.is_youth,
)  # fmt: skip
SMALL_ENOUGH = Rule(
    "以一百元以下罚款为由当场收缴的，罚款不得超过一百元", LAW, "第六十八条",
    small_enough, asks=True, since=SINCE,
)  # fmt: skip
HARD_IN_SIMPLE = Rule(
    "以事后难以执行为由当场收缴的，限于当场作出的处罚决定", LAW, "第六十八条",
    hard_in_simple, asks=True, since=SINCE,
)  # fmt: skip
OFFICIAL_RECEIPT = Rule(
    "当场收缴须出具财政部门统一制发的专用票据，不出具的当事人有权拒绝", LAW, "第七十条",
    lambda case, facts: bool(facts.get("official")), asks=True, since=SINCE,
)  # fmt: skip
WHOLE_FINE = rule_of_house(
    "收缴金额应等于罚款金额",
    lambda case, facts: facts["amount"] == standing.decision(case).fine,
    asks=True,
)
HANDED_IN = Rule(
    "当场收缴的罚款须先缴至行政机关", LAW, "第七十一条",
    lambda case, facts: handed_in(case), since=SINCE,
    concerns=lambda case: bool(collected(case)),
)  # fmt: skip
RECORDED = Rule(
    "当场作出的行政处罚决定须报所属行政机关备案", LAW, "第五十二条",
    lambda case, facts: case.detail.recorded_on is not None, since=SINCE, concerns=is_simple,
)  # fmt: skip
