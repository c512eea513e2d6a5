"""Rows that stand from a day until the day before another, or until nobody knows when."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone


def in_force(day: date | None = None, path: str = "") -> Q:
    """Begun on that day (today, if none is named) and not ended; `path` leads to the row."""
    day = day or timezone.localdate()
    open_then = Q(**{f"{path}until": None}) | Q(**{f"{path}until__gt": day})
    return open_then & Q(**{f"{path}since__lte": day})


def stands(row: Any, day: date) -> bool:
    """The same of a row that is in memory."""
    return (row.since is None or row.since <= day) and (row.until is None or day < row.until)
