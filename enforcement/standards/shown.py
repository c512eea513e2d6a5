"""Each list of standards as a table: what holds in a unit on a day, and where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lawgov.parties.models import PartyKind

from . import hearings, powers, rubrics, scenes, tags
from .choices import Matter, Penalty, PowerKind
from .lines import held
from .models import CatalogueItem, DiscretionBand

Cell = Callable[[Any], Any]
ALL = "不分"


@dataclass(frozen=True)
class Listed:
    label: str
    law: str
    rows: Callable[[str, date], Sequence[Any]]
    columns: tuple[tuple[str, Cell], ...]


def yuan(cents: int) -> str:
    return f"{cents / 100:,.2f}".removesuffix(".00")


def all_powers(unit: str, on: date) -> list[Any]:
    return [item for kind in PowerKind.values for item in powers.held(unit, on, kind)]


def all_bands(unit: str, on: date) -> list[DiscretionBand]:
    """Of each power those of the nearest unit that has any; one query for all."""
    nearest: dict[str, str] = {}
    rows = held(DiscretionBand, unit, on)
    for row in rows:
        if len(row.unit) >= len(nearest.get(row.power, "")):
            nearest[row.power] = row.unit
    found = [row for row in rows if row.unit == nearest[row.power]]
    return sorted(found, key=lambda row: (row.power, row.party_kind, row.least, row.code))


def party(row: Any) -> str:
    return PartyKind(row.party_kind).label if row.party_kind else ALL


def ground(row: CatalogueItem) -> str:
    return str(Penalty(row.penalty).label if row.penalty else Matter(row.matter).label)


def thresholds(unit: str, on: date) -> list[tuple[str, str, str]]:
    return [
        (str(kind.label), yuan(hearings.threshold(unit, kind, on)), parameter.basis)
        for kind, parameter in hearings.THRESHOLDS.items()
    ]


def called(unit: str, on: date) -> list[Any]:
    """The leaves of the tree, each as its code and its path."""
    return tags.choices(unit, on)


SINCE: tuple[str, Cell] = ("施行日期", lambda row: row.since.isoformat())
LISTS: dict[str, Listed] = {
    "powers": Listed(
        "权责清单", "《行政处罚法》第二十四条", all_powers,
        (
            ("代码", lambda row: row.code), ("事项", lambda row: row.name),
            ("权力类型", lambda row: row.get_kind_display()), ("设定依据", lambda row: row.basis),
            ("批次", lambda row: row.batch), SINCE,
        ),
    ),
    "bands": Listed(
        "裁量基准", "《行政处罚法》第三十四条", all_bands,
        (
            ("事项代码", lambda row: row.power), ("档次", lambda row: row.code),
            ("情形", lambda row: row.label), ("当事人", party),
            ("处罚种类", lambda row: "、".join(str(Penalty(k).label) for k in row.kinds)),
            ("罚款（元）", lambda row: f"{yuan(row.least)}－{yuan(row.most)}"), SINCE,
        ),
    ),
    "hearings": Listed(
        "听证标准", "《行政处罚法》第六十三条", thresholds,
        (
            ("当事人", lambda row: row[0]), ("罚款达到（元）", lambda row: row[1]),
            ("依据", lambda row: row[2]),
        ),
    ),
    "catalogue": Listed(
        "法制审核目录", "《行政处罚法》第五十八条",
        lambda unit, on: held(CatalogueItem, unit, on),
        (
            ("事项", lambda row: row.label), ("种类或情形", ground), ("当事人", party),
            ("金额起点（元）", lambda row: yuan(row.least) if row.least else ""),
            ("依据", lambda row: row.basis), SINCE,
        ),
    ),
    "scenes": Listed(
        "全过程记录事项", "国办发〔2018〕118号", scenes.held,
        (
            ("环节", lambda row: row.label), ("方式", lambda row: row.get_means_display()),
            ("必须记录", lambda row: "是" if row.compulsory else "视需要"),
            ("要求", lambda row: row.content), ("场所", lambda row: row.place),
            ("保管人", lambda row: row.keeper), SINCE,
        ),
    ),
    "rubrics": Listed(
        "案卷评分细则", "平台办理规则", rubrics.held,
        (
            ("代码", lambda row: row.code), ("部分", lambda row: row.section),
            ("评查内容", lambda row: row.label), ("分值", lambda row: row.points), SINCE,
        ),
    ),
    "tags": Listed(
        "分类标签", "平台办理规则", called,
        (("代码", lambda row: row[0]), ("标签", lambda row: row[1])),
    ),
}  # fmt: skip
