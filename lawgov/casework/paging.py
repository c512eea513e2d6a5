"""Pages by key: the next page begins after the last row seen, so nothing is ever counted."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from .refusals import BadFacts

SIZE, MOST = 50, 200


class Page(NamedTuple):
    rows: list[Any]
    next: str  # the mark of the next page, or nothing


def size_of(raw: str) -> int:
    if raw and not (raw.isascii() and raw.isdigit() and 0 < len(raw) < 4 and 0 < int(raw) <= MOST):
        raise BadFacts({"size": [f"应为1到{MOST}之间的整数"]})
    return int(raw or SIZE)


def after(mark: str, field: str, rising: bool = False) -> Q:
    """Rows older than the mark `2026-01-31.123` in the order newest first, or else younger."""
    if not mark:
        return Q()
    day, _, pk = mark.partition(".")
    try:
        if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
            raise ValueError
        on = date.fromisoformat(day)
    except ValueError as error:
        raise BadFacts({"after": ["不是本列表的翻页标记"]}) from error
    beyond = "gt" if rising else "lt"
    return Q(**{f"{field}__{beyond}": on}) | Q(**{field: on, f"pk__{beyond}": int(pk)})


def page(rows: QuerySet, mark: str, field: str, size: int = SIZE, *, rising: bool = False) -> Page:
    """One page of rows that are ordered by (field, pk), newest first or rising."""
    found = list(rows.filter(after(mark, field, rising))[: size + 1])
    return Page(found[:size], mark_of(found[size - 1], field) if len(found) > size else "")


def wide(rows: QuerySet, narrow: QuerySet, mark: str, field: str, size: int = SIZE) -> Page:
    """A page of wide rows: sorted on few columns first, then the rest is read for these alone."""
    chosen = narrow.filter(after(mark, field)).values("pk")[: size + 1]
    return page(rows.filter(pk__in=chosen).order_by(f"-{field}", "-pk"), "", field, size)


def mark_of(row: Any, field: str) -> str:
    if isinstance(row, dict):
        return f"{row[field]}.{row['id']}"
    return f"{getattr(row, field)}.{row.pk}"


def known_only(asked: Iterable[str], known: Iterable[str]) -> None:
    """An unknown filter is refused, not ignored: the list would show what was not asked for."""
    if unknown := sorted(set(asked) - set(known)):
        raise BadFacts({name[:50]: ["没有这个筛选条件"] for name in unknown})
