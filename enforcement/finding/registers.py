"""What is logged beside cases: patrols of micro-grids, and spots that are reported often."""

from lawgov.casework.facts import Choice, Day, Integer, Text
from lawgov.casework.registers import Register

from .choices import THEME, Seen, Way
from .who import ABOVE, ALL

PATROL = Register(
    kind="patrol",
    label="微网格巡查",
    writers=ALL,
    readers=(*ALL, *ABOVE),
    facts={
        "on": Day("巡查日期", required=False),
        "type": Choice("巡查方式", choices=Way),
        "found": Choice("巡查结果", choices=Seen),
        "finds": Integer("发现问题数", required=False, most=1000),
        "walker": Text("巡查人", required=False, most=50, help="不填即登记人"),
        "note": Text("情况说明", required=False),
    },
    slots={"found": "facet", "finds": "n1"},
)
HOTSPOT = Register(
    kind="hotspot",
    label="高发点位",
    writers=ALL,
    readers=(*ALL, *ABOVE),
    facts={
        "on": Day("列入日期", required=False),
        "until": Day("解除日期", required=False),
        "type": Choice("主题", choices=THEME),
        "place": Text("点位", most=100),
        "reports": Integer("举报（发现）次数", required=False, most=100000),
        "note": Text("治理情况", required=False),
    },
    slots={"reports": "n1"},
)
