"""What is asked after an agreement: instalments, visits, the file."""

from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule

from .agreed import in_force, owed
from .law import MEDIATION_LAW, Facts


def second_visit_from(case: Any) -> date | None:
    """The day from which a hard case, once visited, is to be visited again."""
    performed: date | None = case.detail.performed_on
    return performed if case.detail.major and performed and not visits(case) else None


def visits(case: Any) -> list[Any]:
    """Those after the agreement that is in force."""
    agreement = in_force(case)
    since = agreement.effective_on if agreement else None
    return [row for row in case.part("visits") if since and row.on >= since]


def visited_again(case: Any, facts: Facts) -> bool:
    return len(visits(case)) > 1


def takes_measures(case: Any, facts: Facts) -> bool:
    return not facts.get("sharpening") or bool(facts.get("measures"))


STILL_OWED = rule_of_house(
    "所选期次应是现行协议中尚未履行的",
    lambda case, facts: facts["instalment"] in {row.pk for row in owed(case)},
    asks=True,
)
ALL_PAID = Rule(
    "分期履行的，各期均已履行方可登记履行完毕",
    "协议约定",
    "",
    lambda case, facts: not owed(case),
    concerns=lambda case: bool(case.part("instalments")),
    names=lambda case: [str(row) for row in owed(case)],
)
MEASURES_TAKEN = Rule(
    "发现纠纷有可能激化的，须采取有针对性的预防措施并写明",
    MEDIATION_LAW,
    "第二十五条",
    takes_measures,
    asks=True,
)
VISITED_AGAIN = Rule(
    "重大复杂纠纷达成协议的，应回访两次方可归档",
    "平台办理规则",
    "",
    visited_again,
    concerns=lambda case: case.detail.major and in_force(case) is not None,
)
