"""The records behind a figure, as far as the reader may open them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db.models import Q

from lawgov.casework.paging import Page, page, size_of
from lawgov.casework.refusals import BadFacts

from .asking import Question
from .indicators import Count, Rows, Stock
from .splits import division

ASKED = ("by", "part", "after", "size")


class Listing(NamedTuple):
    indicator: Count
    rows: list[Any]
    next: str
    hidden: int | None  # counted for the first page only


def listing(user: Any, indicator: Count, of: Question, asked: Mapping[str, str]) -> Listing:
    """One page of the records, or of one part of a division. Raises BadFacts."""
    chosen = narrowed(indicator, of, asked)
    mine = indicator.visible_records(user, of.unit.code, of.period).filter(chosen)
    mark, size = asked.get("after", ""), size_of(asked.get("size", ""))
    found = by_key(mine, mark, size) if isinstance(indicator, Stock) else page(
        mine, mark, indicator.source.on, size
    )  # fmt: skip
    hidden = None
    if not mark and not indicator.source.sensitive:  # else their number would tell of a small part
        hidden = indicator.records(of.unit.code, of.period).filter(chosen).count() - mine.count()
    return Listing(indicator, found.rows, found.next, hidden)


def narrowed(indicator: Count, of: Question, asked: Mapping[str, str]) -> Q:
    if "by" not in asked:
        return Q()
    by = division(indicator, of.unit.code, of.period, asked["by"])
    return by.narrow(asked.get("part", ""))


def by_key(rows: Rows, mark: str, size: int) -> Page:
    """Stocks stand in the order in which they were noted: days they need not have."""
    if mark and not (mark.isascii() and mark.isdigit() and len(mark) < 19):
        raise BadFacts({"after": ["不是本列表的翻页标记"]})
    found = list(rows.filter(pk__gt=int(mark or 0)).order_by("pk")[: size + 1])
    return Page(found[:size], str(found[size - 1].pk) if len(found) > size else "")


def row(indicator: Count, record: Any) -> dict[str, Any]:
    """A record as the API answers it."""
    shown = {column.name: column.of(record) for column in indicator.source.columns}
    return {"id": record.pk, **shown}
