"""What is asked when a way of resolving a dispute is chosen."""

from typing import Any

from lawgov.casework.common import rule_of_house

from ..choices import Course
from .law import Facts


def current(case: Any) -> str:
    """The way that was chosen last, if any was."""
    rows = case.part("courses")
    return str(rows[-1].course) if rows else ""


ANOTHER = rule_of_house(
    "应选择与现行途径不同的途径",
    lambda case, facts: facts["course"] != current(case),
    asks=True,
)


def is_mediation(case: Any, facts: Facts) -> bool:
    return current(case) in ("", Course.MEDIATION)


BY_MEDIATION = rule_of_house("已选择其他化解途径的，改选人民调解后方可受理", is_mediation)
