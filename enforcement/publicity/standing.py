"""Which of the five kinds that must be shown is missing in a unit, or of another year."""

from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.timezone import localdate

from enforcement.standards.models import PowerItem
from lawgov.units import scope

from .choices import FIVE, POWERS, TYPE
from .models import Publication


class Standing(NamedTuple):
    type: str
    label: str
    last: Publication | None
    lacks: str  # what is wrong with it, in words; nothing if nothing is

    @property
    def colour(self) -> str:
        return "red" if not self.last else "yellow" if self.lacks else "green"


def of(unit: str) -> list[Standing]:
    """Each of the five, with what last went out and still stands."""
    rows = Publication.objects.standing().select_related("case")
    here = rows.filter(scope.within("case__unit", [scope.span(unit)]), type__in=FIVE)
    newest = here.order_by("type", "-public_on", "-pk").distinct("type")
    last = {row.type: row for row in newest}
    return [
        Standing(code, TYPE.get(code, code), last.get(code), lacks(unit, code, last.get(code)))
        for code in FIVE
    ]


def lacks(unit: str, code: str, last: Publication | None) -> str:
    if last is None or last.public_on is None:
        return "尚未公示"
    if last.public_on.year < localdate().year:
        return "本年度尚未更新"
    if code == POWERS and changed_since(unit, last.public_on):
        return "权责事项已有变动，须更新"
    return ""


def changed_since(unit: str, day: date) -> bool:
    """Whether a power began or ended after the list went out."""
    today = localdate()
    later = Q(since__gt=day, since__lte=today) | Q(until__gt=day, until__lte=today)
    return PowerItem.objects.over(unit).filter(later).exists()
