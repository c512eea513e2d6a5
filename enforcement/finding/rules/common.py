"""Conditions that several kinds of what is found share."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.tasks.rules import comes_from_known
from lawgov.units import scope

Facts = Mapping[str, Any]

SOURCE_KNOWN = rule_of_house("来源事项应在本街镇且在您的数据范围内", comes_from_known, asks=True)


def found(case: Any, facts: Facts, name: str, kind: str) -> Case | None:
    """The case of a kind that a fact names, in this street and within the user's reach."""
    seen = Case.objects.visible_to(facts["by"], kind) if facts.get("by") else Case.objects
    return seen.filter(pk=facts[name], kind=kind, registry=scope.street(case.unit)).first()


def campaign_runs(case: Any, facts: Facts) -> bool:
    """An action takes what is done in its time and in its street, also what is noted late."""
    if "campaign" not in facts:
        return True
    action = found(case, facts, "campaign", "campaign")
    if action is None or action.state not in ("running", "closed"):
        return False
    return bool(action.detail.since <= facts["on"] <= action.detail.until)


CAMPAIGN_RUNS = rule_of_house(
    "专项行动应在本街镇并已启动，日期在行动期间内", campaign_runs, asks=True
)
