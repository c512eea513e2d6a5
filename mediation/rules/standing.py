"""What the law asks of many steps: a dispute that may go on, in a mediator's hands."""

from typing import Any

from lawgov.casework.procedure import Rule
from lawgov.people.models import Role

from ..choices import DangerKind
from .law import MEDIATION_LAW, Facts


def handled(case: Any, facts: Facts) -> bool:
    handler = case.handler
    return handler is not None and handler.seat_for((Role.MEDIATOR,), case.desk) is not None


def police_told(case: Any, facts: Facts) -> bool:
    return not case.detail.danger or case.detail.reported_on is not None


def unreported(case: Any) -> list[str]:
    """The kinds that were named, as far as they wait for a report."""
    rows = [row for row in case.part("dangers") if row.reported_on is None]
    return [row.get_kind_display() for row in rows if row.kind != DangerKind.OTHER]


NOT_REFUSED = Rule(
    "当事人明确拒绝调解的，不得调解，应当终止并告知其他途径",
    MEDIATION_LAW,
    "第十七条、第二十三条、第二十六条",
    lambda case, facts: case.detail.refused_on is None,
)
POLICE_TOLD = Rule(
    "纠纷有激化危险的，须先登记向公安机关或有关部门报告的情况",
    MEDIATION_LAW,
    "第二十五条",
    police_told,
    names=unreported,
)
HANDLED = Rule(
    "须先分派给在经办单位任职的人民调解员",
    MEDIATION_LAW,
    "第十九条",
    handled,
)
