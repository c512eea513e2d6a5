"""The conditions on soft measures, their re-check, and looks from afar."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.facts import Flag
from lawgov.casework.procedure import Rule

from ..choices import Remote

Facts = Mapping[str, Any]
PENALTY_LAW = "《行政处罚法》"
REVIEWED = Flag("监控设备已经法制和技术审核、设置合理、标志明显，设置地点已公布")


def open_measure(case: Any) -> Any:
    """The measure that waits for its re-check."""
    return next(row for row in reversed(case.part("soft_measures")) if not row.result)


def is_reviewed(case: Any, facts: Facts) -> bool:
    return facts["way"] != Remote.DEVICE or bool(facts.get("reviewed") and facts.get("device"))


RECHECK_AHEAD = rule_of_house(
    "复查日期应晚于采取措施之日",
    lambda case, facts: facts["recheck_on"] >= facts["on"] + timedelta(days=1),
    asks=True,
)
NOT_REPEATED = rule_of_house(
    "再次违法的应当立案查处，不再采取非强制措施",
    lambda case, facts: not case.detail.repeated,
)
DEVICE_REVIEWED = Rule(
    "利用电子技术监控设备收集违法事实的，设备须经法制和技术审核，标志明显，设置地点公布，并写明设备",
    PENALTY_LAW,
    "第四十一条",
    is_reviewed,
    asks=True,
)
