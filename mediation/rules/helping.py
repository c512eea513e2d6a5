"""Who may be asked to help as a counsellor."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.people.models import MediatorKind, Role

from .law import Facts


def is_counsellor(case: Any, facts: Facts) -> bool:
    user = facts["counsellor"]
    seat = user.seat_for((Role.MEDIATOR,), case.desk)
    return seat is not None and user.mediator_kind == MediatorKind.COUNSELLOR


IS_COUNSELLOR = rule_of_house(
    "应为在经办单位任职、类别为心理咨询师的调解员", is_counsellor, asks=True
)
