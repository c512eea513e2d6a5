"""The conditions on a plan of rounds: where, until when, and whether it was walked."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.units import scope, smallest
from lawgov.units.models import Unit, full_names

from .progress import lacking

Facts = Mapping[str, Any]


def grids_of(unit: str) -> list[str]:
    """The smallest units within a unit, by code."""
    rows = smallest.grids(Unit.objects.current().under(unit))
    return list(rows.order_by("code").values_list("code", flat=True))


def are_inside(case: Any, facts: Facts) -> bool:
    inside = grids_of(case.unit)
    return bool(inside) and set(facts.get("grids", ())) <= set(inside)


def not_walked(case: Any) -> list[str]:
    left = lacking(case)
    called = full_names(set(left))
    return [f"{called.get(code, code)}还差{n}轮" for code, n in left.items()]


INSIDE = rule_of_house("所选网格应是本单位内在用的网格（未划网格的为社区）", are_inside, asks=True)
BELOW_STREET = rule_of_house(
    "排查由社区（村）或街镇部署", lambda case, facts: len(case.unit) >= scope.STREET_DIGITS
)
AHEAD = rule_of_house(
    "截止日期不得早于开始日期，也不得早于今天",
    lambda case, facts: facts["until"] >= max(facts["on"], facts.get("since", facts["on"])),
    asks=True,
)
LATER = rule_of_house(
    "延长后的截止日期应晚于原截止日期",
    lambda case, facts: facts["until"] > case.detail.until,
    asks=True,
)
WALKED = Rule(
    "各网格都应走访完部署的轮数，否则须写明原因、以未完成结束",
    "平台办理规则",
    "",
    lambda case, facts: not lacking(case),
    names=not_walked,
)
