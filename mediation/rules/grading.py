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


def led_high_enough(case: Any, facts: Facts) -> bool:
    at = RUNGS.get(scope.level(case.desk), STREET)
    wanted = {Risk.HIGH: limits.RED_LEVEL, Risk.MEDIUM: limits.YELLOW_LEVEL}.get(case.detail.risk)
    return wanted is None or at >= wanted.on(case.unit)


LED = rule_of_house("红色纠纷由街道牵头、黄色纠纷由社区牵头，须先上报", led_high_enough)
IS_OTHER = rule_of_house(
    "所定等级应与现等级不同", lambda case, facts: facts["risk"] != case.detail.risk, asks=True
)
