"""How values are written: for machines, for people, and in the columns of a terminal."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from .indicators import Figure, Value

NOT_KEPT = "未建台账"
NOT_COUNTED = "尚未纳入统计"


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
    }


def for_people(value: Value, measure: str = "") -> str:
    if value is None:
        return NOT_KEPT
    number = f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"
    return f"{number}{measure}"


def written(said: Any) -> str:
    """A cell of a list of records."""
    if isinstance(said, float):
        return f"{said:,.2f}"
    return "" if said is None else str(said)


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
