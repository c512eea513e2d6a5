"""What must hold before a batch of subsidies is approved and paid."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from mediation.rules.law import MEDIATION_LAW, Facts

from .. import gathering
from ..choices import Answered
from ..limits import SAMPLE

MOST = 5000  # cases of one batch


def standing(case: Any) -> list[Any]:
    return [row for row in case.part("subsidy_items") if not row.void]


def item(case: Any, facts: Facts) -> Any:
    row = case.one("subsidy_items", facts["item"])
    return row if row and not row.void else None


def rows(case: Any, facts: Facts) -> list[dict[str, Any]]:
    """Worked out once, for the rule and for what the step writes."""
    if not hasattr(case, "gathered"):
        case.gathered = gathering.gather(case.unit, facts["first_day"], facts["last_day"])
    return list(case.gathered)


def sampled(case: Any, facts: Facts) -> bool:
    there = standing(case)
    called = [row for row in there if row.answered in (Answered.TRUE, Answered.FALSE)]
    return len(called) * 100 >= len(there) * SAMPLE.on(case.unit, facts["on"])


def unanswered(case: Any) -> list[str]:
    odd = [row for row in standing(case) if row.screens and row.answered != Answered.TRUE]
    return [row.dispute.number for row in odd[:5]]


def untrue(case: Any) -> list[str]:
    return [row.dispute.number for row in standing(case) if row.answered == Answered.FALSE]


IN_ORDER = rule_of_house(
    "结案日期起止应先后相接，且已经届满",
    lambda case, facts: facts["first_day"] <= facts["last_day"] <= facts["on"],
    asks=True,
)
SOMETHING = rule_of_house(
    f"期内应有由调解员办结、尚未补贴的纠纷，至多{MOST}件",
    lambda case, facts: 0 < len(rows(case, facts)) <= MOST,
    asks=True,
)
OURS = rule_of_house(
    "应为本批未剔除的纠纷", lambda case, facts: item(case, facts) is not None, asks=True
)
SAMPLED = rule_of_house("抽查回访应达到规定比例", sampled, asks=True)
SCREENED = Rule(
    "有核查提示的纠纷须经回访属实，或者剔除",
    "平台办理规则",
    "",
    lambda case, facts: not unanswered(case),
    names=unanswered,
)
TRUE_ONLY = Rule(
    "回访不属实的纠纷须剔除",
    "平台办理规则",
    "",
    lambda case, facts: not untrue(case),
    names=untrue,
)
NO_CHARGE = Rule(
    "人民调解不收取任何费用，须核明未向当事人收费",
    MEDIATION_LAW,
    "第四条",
    lambda case, facts: bool(facts.get("no_charge")),
    asks=True,
)
