"""The figures against their records, for `manage.py verify`: two ways to the same number."""

from collections.abc import Iterator

from django.db.models import Max, Min

from lawgov.casework.models import Entry, Event
from lawgov.units.scope import NATION

from .indicators import Distinct, figures
from .periods import Period


def years() -> range:
    """The years in which anything was logged."""
    spans = [
        model._default_manager.aggregate(first=Min("on"), last=Max("on"))
        for model in (Event, Entry)
    ]
    known = [span for span in spans if span["first"]]
    if not known:
        return range(0)
    first = min(span["first"].year for span in known)
    return range(first, max(span["last"].year for span in known) + 1)


def figures_match_records() -> Iterator[str]:
    """Each year of the nation: the grouped value is the total over the list that it opens."""
    for year in years():
        period = Period.of(year)
        for figure in figures(NATION, period):
            indicator = figure.indicator.counted
            if indicator is not figure.indicator or figure.value is None:
                continue
            rows = indicator.records(NATION, period)
            whole = rows.order_by().aggregate(n=indicator.total(indicator.chosen(NATION, period)))
            listed = rows.count() if isinstance(indicator, Distinct) else whole["n"] or 0
            if figure.value != indicator.in_measure(listed):
                yield f"{year}年 {indicator}：数字{figure.value}，记录{listed}"
