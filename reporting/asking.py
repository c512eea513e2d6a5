"""What is asked of figures: a unit as the tree was in a period, as known on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db.models import F, Q
from django.http import Http404, QueryDict

from lawgov.casework.paging import known_only
from lawgov.casework.refusals import BadFacts, NotYours
from lawgov.people.models import BUSINESS
from lawgov.units.fields import PATTERN
from lawgov.units.models import Unit

from .indicators import REGISTRY, Indicator
from .periods import Period

ASKED = ("unit", "year", "period", "as_of")


class Question(NamedTuple):
    unit: Unit
    period: Period

    @property
    def address(self) -> str:
        """The question as a query string, for links that keep it."""
        period = self.period
        asked = {"unit": self.unit.code, "year": str(period.year), "period": period.part}
        if period.deadline:
            asked["as_of"] = period.as_of.isoformat()
        query = QueryDict(mutable=True)
        query.update({name: said for name, said in asked.items() if said})
        return query.urlencode()


def read(user: Any, asked: Mapping[str, str], *also: str) -> Question:
    """Raises BadFacts, NotYours, or Http404 for a unit whose figures are not the user's to read."""
    readers_only(user)
    known_only(asked, (*ASKED, *also))
    unit, year = asked.get("unit", ""), asked.get("year", "")
    if missing := {n: ["必填"] for n, said in (("unit", unit), ("year", year)) if not said}:
        raise BadFacts(missing)
    well_formed(unit)
    if not user.reads_figures(unit):
        raise Http404
    period = Period.read(year, asked.get("period", ""), asked.get("as_of", ""))
    return Question(read_unit(unit, period), period)


def readers_only(user: Any) -> None:
    if not user.roles & BUSINESS:
        raise NotYours("您的岗位不查阅统计数据")


def well_formed(code: str) -> None:
    if not re.match(PATTERN, code):
        raise BadFacts({"unit": ["应为 2、4、6、9、12 或 15 位区划代码（全国为 0）"]})


def read_unit(code: str, period: Period) -> Unit:
    """The unit as it was called in the period. Raises BadFacts."""
    well_formed(code)
    stood = Q(since=None) | Q(since__lt=period.end), Q(until=None) | Q(until__gt=period.since)
    rows = Unit.objects.filter(*stood, code=code)
    unit = rows.order_by(F("since").desc(nulls_last=True)).first()
    if unit is None:
        raise BadFacts({"unit": [f"{period}没有代码为 {code} 的单位{instead(code)}"]})
    return unit


def instead(code: str) -> str:
    """What became of a unit that is no more."""
    closed = Unit.objects.filter(code=code).exclude(successor="").order_by("until").last()
    return f"，已并入 {closed.successor}" if closed else ""


def find(code: str) -> Indicator:
    if code not in REGISTRY:
        raise Http404
    return REGISTRY[code]
