"""What is counted of what is found: vehicles inspected, finds of the cameras, grids patrolled."""

from dataclasses import dataclass

from lawgov.casework.models import Event
from lawgov.casework.web.pages import address
from lawgov.privacy.masks import mask_text
from lawgov.units import smallest
from lawgov.units.indicators import TREE
from reporting.indicators import (
    Column,
    Count,
    Distinct,
    Quotient,
    Rows,
    Source,
    Stock,
    Sum,
    register,
)
from reporting.sources import entries, events

from .choices import DISORDER, Channel, Mode

FINDINGS = events("finding", "巡查发现办理记录", type=DISORDER)
INSPECTED = Source(
    "行政检查记录",
    Event,
    (
        Column("on", "日期", lambda event: event.on),
        Column("number", "编号", lambda event: event.case.number),
        Column("title", "名称", lambda event: mask_text(event.case.title)),
        Column("unit", "单位", lambda event: event.unit),
        Column("mode", "检查方式", lambda event: str(Mode(event.facet).label)),
        Column("amount", "检查数量", lambda event: event.amount),
    ),
    always={"kind": "inspection", "step": "inspect"},
    kinds=("inspection",),
    at="at",
    related=("case",),
    opens=lambda event: address(event.case),
)


@dataclass(frozen=True, eq=False)
class Patrols(Source):
    """Patrols of micro-grids alone."""

    def all(self) -> Rows:
        return smallest.logged(super().all())


@dataclass(frozen=True, eq=False)
class Grids(Source):
    def all(self) -> Rows:
        return smallest.grids(super().all())


_patrols, _tree = entries("patrol", "微网格巡查台账"), TREE
PATROLS = Patrols(**{**vars(_patrols), "name": "微网格巡查台账"})
GRIDS = Grids(**{**vars(_tree), "name": "微网格"})
PATROLLED = Distinct(
    "patrol.grids_patrolled",
    "已巡查微网格数",
    "个",
    PATROLS,
    "期内有过巡查的微网格，一个网格计一次；作废的不计。",
    of="unit",
)
DRAWN = Stock("patrol.grids", "微网格数", "个", GRIDS, "期末在用的网格；未划网格的社区按一个计。")

INDICATORS = register(
    Sum(
        "enforcement.vehicles_inspected",
        "检查车辆数",
        "台",
        INSPECTED,
        "行政检查（含专项行动的定点设卡和机动巡查）所检查的车辆数量之和。",
        basis="检查日期",
        of="amount",
        type="vehicle",
    ),
    Count(
        "patrol.video_cases",
        "派发视频巡查案件数",
        "宗",
        FINDINGS,
        "视频巡查发现并派发给处置单位的案件；误报撤销、尚未派发的不计。",
        basis="派单日期",
        step="dispatch",
        channel=Channel.VIDEO,
    ),
    Quotient(
        "patrol.grid_coverage",
        "微网格巡查覆盖率",
        "期内巡查过的微网格占期末全部微网格的比例；网格为微网格，未划网格的社区按一个计。",
        part=PATROLLED,
        whole=DRAWN,
        basis="巡查日期",
    ),
)
