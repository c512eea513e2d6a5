"""What the standards ask of who cites them."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.procedure import Rule

from . import powers

PENALTY_LAW = "《行政处罚法》"


def in_force(case: Any, facts: Mapping[str, Any]) -> bool:
    code = facts.get("power")
    return code is None or powers.find(case.unit, code, facts["on"]) is not None


POWER_IN_FORCE = Rule(
    "须引用本单位当日有效的权责事项，不得超越下放（承接）的范围",
    PENALTY_LAW,
    "第二十四条、第三十八条",
    in_force,
    asks=True,
)
