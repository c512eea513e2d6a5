"""Who leads a dispute of which colour."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.units import scope
from lawgov.units.scope import Level

from .. import limits
from ..choices import Risk
from .law import Facts

RUNGS = {Level.GRID: 1, Level.COMMUNITY: 2}
STREET = 3


def wanted_level(unit: str, risk: str) -> int:
    """The level that leads a colour; green may be led by any."""
    levels = {Risk.HIGH: limits.RED_LEVEL, Risk.MEDIUM: limits.YELLOW_LEVEL}
    wanted = levels.get(Risk(risk))
    return wanted.on(unit) if wanted else 0


def led_high_enough(case: Any, facts: Facts) -> bool:
    at = RUNGS.get(scope.level(case.desk), STREET)
    return at >= wanted_level(case.unit, case.detail.risk)


LED = rule_of_house("红色纠纷由街道牵头、黄色纠纷由社区牵头，须先上报", led_high_enough)
IS_OTHER = rule_of_house(
    "所定等级应与现等级不同", lambda case, facts: facts["risk"] != case.detail.risk, asks=True
)
