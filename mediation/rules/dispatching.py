"""What is asked of who mediates: a mediator of the desk, who took the case on; 回避."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.people.models import MediatorKind, Role

from .law import MEDIATION_LAW, Facts


def pending(case: Any) -> Any:
    """The request for recusal that is still to be decided."""
    return next((row for row in case.part("recusals") if row.granted is None), None)


def recused(case: Any, facts: Facts) -> bool:
    chosen = facts["handler"].pk
    return any(row.granted and row.user_id == chosen for row in case.part("recusals"))


def is_mediator(case: Any, facts: Facts) -> bool:
    return facts["handler"].seat_for((Role.MEDIATOR,), case.desk) is not None


def is_successor(case: Any, facts: Facts) -> bool:
    """Before it is assigned, a case is handled by who logged it, if by anyone."""
    return case.state not in ("assigned", "mediating") or is_mediator(case, facts)


def is_dispatched(case: Any) -> bool:
    return case.detail.mediator_kind == MediatorKind.YOUNG_LAWYER


def waits_for_answer(case: Any) -> bool:
    """Given to a mediator who has not said yes: a session says so too, but not a dispatched one."""
    given = case.handler_id is not None and case.detail.taken_on is None
    return given and (case.state == "assigned" or is_dispatched(case))


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
NOT_RECUSED = Rule(
    "已决定回避的调解员不得再承办本案，当事人有权选择或者接受调解员",
    MEDIATION_LAW,
    "第二十三条",
    lambda case, facts: not recused(case, facts),
    asks=True,
)
NO_RECUSAL_PENDING = Rule(
    "回避申请决定之前，暂停调解",
    MEDIATION_LAW,
    "第二十三条",
    lambda case, facts: pending(case) is None,
)
OWN_HANDS = rule_of_house(
    "委派由被委派的调解员本人接受或退回",
    lambda case, facts: facts["by"].pk == case.handler_id,
    asks=True,
)
TAKEN_ON = Rule(
    "受委派的青年律师调解员须先接受委派，方可调解",
    "平台办理规则",
    "",
    lambda case, facts: case.detail.taken_on is not None,
    concerns=is_dispatched,
)
