"""What is asked of figures: a unit as the tree was in a period, on a day of knowledge."""

from __future__ import annotations

import re

from django.db.models import F, Q

from lawgov.casework.refusals import BadFacts
from lawgov.units.fields import PATTERN
from lawgov.units.models import Unit

from .indicators import REGISTRY, Indicator
from .periods import Period


def read_unit(code: str, period: Period) -> Unit:
    """The unit as it was called in the period. Raises BadFacts."""
    if not re.match(PATTERN, code):
        raise BadFacts({"unit": ["应为 2、4、6、9、12 或 15 位区划代码（全国为 0）"]})
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


def read_indicator(code: str) -> Indicator | None:
    return REGISTRY.get(code)
