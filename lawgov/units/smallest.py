"""The smallest units drawn (微网格): grids, or communities where no grid is drawn."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from . import scope
from .models import Unit
from .scope import Level

SMALL = (Level.GRID, Level.COMMUNITY)


def is_divided(code: str) -> Exists:
    """Whether grids are drawn inside the unit whose code stands in this column."""
    community = Substr("code", 1, scope.DIGITS[Level.COMMUNITY])
    grids = Unit.objects.current().filter(level=Level.GRID).annotate(community=community)
    return Exists(grids.filter(community=OuterRef(code)))


def grids(rows: QuerySet) -> QuerySet:
    """Of units, the smallest."""
    return rows.filter(Q(level__in=SMALL) & ~is_divided("code"))


def logged(rows: QuerySet) -> QuerySet:
    """Of entries, those of one smallest unit: a community with grids is not covered by a look at it
    as a whole."""
    small = Unit.objects.filter(level__in=SMALL).values("code")
    return rows.filter(Q(unit__in=small) & ~is_divided("unit"))
