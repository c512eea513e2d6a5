"""What screening counts: rounds, and the grids that had one."""

from reporting.indicators import Count, register
from reporting.sources import entries

from .choices import ROUND

SCREENINGS = entries("screening", "矛盾纠纷排查台账", type=ROUND)

INDICATORS = register(
    Count(
        "dispute.screened",
        "矛盾纠纷排查次数",
        "次",
        SCREENINGS,
        "走访、巡查、集中排查，一轮记一次，不论是否发现纠纷；作废的不计。",
        basis="排查日期",
    ),
)
