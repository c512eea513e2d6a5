"""What is asked of a service point and its visits."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house

Facts = Mapping[str, Any]


def waiting(case: Any) -> list[Any]:
    """The visits whose needs nobody has answered yet."""
    return [row for row in case.part("point_visits") if row.waits]


WAITS = rule_of_house(
    "应选本服务点有法律需求、尚未反馈的走访",
    lambda case, facts: any(row.pk == facts["visit"] for row in waiting(case)),
    asks=True,
)
ALL_FED_BACK = rule_of_house(
    "走访中提出的法律需求应当全部反馈",
    lambda case, facts: not waiting(case),
)
