"""How values are written: for machines, for people, and in the columns of a terminal."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from lawgov.units import scope
from lawgov.units.models import names
from lawgov.units.scope import Level

from .indicators import Figure, Value

NOT_KEPT = "未建台账"
NOT_COUNTED = "尚未纳入统计"
HELD_BACK = "数量较小，不公开"


def for_machines(value: Value) -> int | float | None:
    """JSON has no decimals; money and rates have two."""
    return float(value) if isinstance(value, Decimal) else value


def figure_row(figure: Figure) -> dict[str, Any]:
    """A figure as the command and the API answer it."""
    indicator = figure.indicator
    return {
        "code": indicator.code,
        "name": indicator.name,
        "unit": indicator.measure,
        "kind": indicator.kind,
        "value": for_machines(figure.value),
        "records": figure.records,
        **held_back(figure),
    }


def held_back(row: Any) -> dict[str, bool]:
    """Said of a figure or a part only where it holds."""
    return {"hidden": True} if row.hidden else {}


def for_people(value: Value, measure: str = "") -> str:
    if value is None:
        return NOT_KEPT
    number = f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"
    return f"{number}{measure}"


def unsaid(row: Any) -> str:
    """Why a figure or a part of one has no value."""
    return HELD_BACK if row.hidden else NOT_KEPT


class Cell(NamedTuple):
    """A cell of a list of records, with the class that aligns it."""

    label: str
    words: str
    look: str = ""


def cell(label: str, said: Any) -> Cell:
    if isinstance(said, float):
        return Cell(label, f"{said:,.2f}", "num")
    if isinstance(said, date):
        return Cell(label, said.isoformat(), "day")
    return Cell(label, "" if said is None else str(said))


def places(codes: Iterable[str]) -> dict[str, str]:
    """Units by their latest name."""
    return with_community(names(codes))


def with_community(called: Mapping[str, str]) -> dict[str, str]:
    """A grid is named with its community, for each community has a first grid."""
    grids = {code for code in called if scope.level(code) == Level.GRID}
    above = names(scope.parent(code) for code in grids) if grids else {}
    return {
        code: f"{above.get(scope.parent(code), '')}{name}" if code in grids else name
        for code, name in called.items()
    }


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns of Chinese and digits, aligned as a terminal shows them."""
    widths = [max(width(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        lines.append(" | ".join(cells).rstrip())
    return "\n".join(lines)
