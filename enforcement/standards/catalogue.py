"""重大执法决定法制审核目录: which decisions must be reviewed. The database decides for all."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

from .models import CatalogueItem

__all__ = ["CatalogueItem", "listed"]
ASK = "SELECT enforcement_listed(%s, %s, %s, %s::text[], %s::bigint, %s::bigint, %s::text[])"


def listed(
    unit: str,
    on: date,
    *,
    party_kind: str = "",
    kinds: Sequence[str] = (),
    fine: int = 0,
    confiscated: int = 0,
    matters: Sequence[str] = (),
) -> list[str]:
    """The items that a decision meets, by name; sums in 分."""
    given: list[Any] = [unit, on, party_kind, list(kinds), fine, confiscated, list(matters)]
    with connection.cursor() as cursor:
        cursor.execute(ASK, given)
        return [label for (label,) in cursor.fetchall()]
