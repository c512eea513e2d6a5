"""The conditions on a hazard: a day by which it is put right, and who looks again."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lawgov.casework.common import rule_of_house, took
from lawgov.casework.procedure import Rule

from ..choices import Grade
from ..limits import MAJOR_HAZARD

Facts = Mapping[str, Any]
SAFETY_LAW = "《安全生产法》"


def major_is_soon(case: Any, facts: Facts) -> bool:
    """A major hazard is not put off beyond what the unit allows, counted from when it was found."""
    grade = facts.get("grade") or case.detail.grade
    found = case.opened_on or facts["on"]
    longest = timedelta(days=MAJOR_HAZARD.on(case.unit, facts["on"]))
    return grade != Grade.MAJOR or facts["due"] <= found + longest


has_rectified = took("rectify")  # who reported that it is put right does not also strike it off


DUE_AHEAD = Rule(
    "隐患须确定整改期限，不得早于当日",
    SAFETY_LAW,
    "第四十一条",
    lambda case, facts: facts["due"] >= facts["on"],
    asks=True,
)
MAJOR_SOON = rule_of_house("重大隐患的整改期限不得超过规定的最长期限", major_is_soon, asks=True)
DUE_LATER = rule_of_house(
    "延期后的期限应晚于原期限", lambda case, facts: facts["due"] > case.detail.due, asks=True
)
