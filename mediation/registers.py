"""What mediation logs beside cases: rounds of screening (排查), one row a round, found or not."""

from lawgov.casework.facts import Choice, Day, Integer, Text
from lawgov.casework.registers import Register
from lawgov.people.models import Role

from .choices import ROUND, Found
from .states import ALL

SCREENING = Register(
    kind="screening",
    label="矛盾纠纷排查",
    writers=ALL,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    facts={
        "on": Day("排查日期", required=False),
        "type": Choice("排查方式", choices=ROUND),
        "found": Choice("排查结果", choices=Found),
        "households": Integer("走访户数", required=False, most=100000),
        "walker": Text("走访人", required=False, most=50, help="不填即登记人"),
        "note": Text("情况说明", required=False),
    },
    slots={"found": "facet", "households": "n1"},
)
