"""Which standard holds in a unit on a day, where one further down overrides one from above."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from .models import Standard

S = TypeVar("S", bound=Standard)


def nearest_each(model: type[S], unit: str, on: date | None, **where: Any) -> list[S]:
    """One row a code: that of the unit itself before that of one above."""
    rows: dict[str, S] = {}
    for row in held(model, unit, on, **where):
        rows.setdefault(row.code, row)  # type: ignore[attr-defined]
    return sorted(rows.values(), key=lambda row: [getattr(row, name) for name in model.within])


def nearest_whole(model: type[S], unit: str, on: date | None, **where: Any) -> list[S]:
    """All rows of the nearest unit that has any: what only makes sense as a whole."""
    rows = held(model, unit, on, **where)
    return [row for row in rows if row.unit == rows[0].unit]


def held(model: type[S], unit: str, on: date | None, **where: Any) -> list[S]:
    return list(model._default_manager.over(unit).in_force(on).filter(**where))  # type: ignore[attr-defined]


def by_code(rows: Iterable[Any], code: str) -> Any:
    return next((row for row in rows if row.code == code), None)
