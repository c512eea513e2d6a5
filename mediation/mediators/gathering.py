"""What a batch is made of: the disputes that ended in a period, and what is odd about them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from lawgov.casework.models import Event
from lawgov.units import scope
from mediation.models import Agreement

from .choices import Outcome, Screen
from .limits import ALL_SUCCESS, ONE_SOURCE, SAME_DAY, STANDARD
from .models import SubsidyItem

OUTCOMES = {
    "agree_written": Outcome.WRITTEN, "agree_oral": Outcome.ORAL, "fail": Outcome.FAILED,
}  # fmt: skip
ENOUGH = 8  # shorter texts are alike by chance
Row = dict[str, Any]


def gather(unit: str, first: date, last: date) -> list[Row]:
    """One row a dispute that a mediator brought to an end in the period and nobody was paid for."""
    paid = SubsidyItem.objects.filter(dispute=OuterRef("case"), void=False)
    ended = Event.objects.filter(
        ~Exists(paid), scope.within("unit", [scope.span(unit)]), kind="dispute",
        step__in=OUTCOMES, on__range=(first, last), case__handler__isnull=False,
    )  # fmt: skip
    events = ended.select_related("case").order_by("case", "-seq").distinct("case")
    rows = [row(event) for event in events]
    for each, screens in zip(rows, screened(unit, last, rows), strict=True):
        each["screens"] = sorted(screens)
    return [{k: v for k, v in each.items() if k != "unit"} for each in rows]


def row(event: Any) -> Row:
    outcome = OUTCOMES[event.step]
    return {
        "dispute": event.case,
        "mediator_id": event.case.handler_id,
        "ended_on": event.on,
        "outcome": outcome,
        "sum": STANDARD[outcome].on(event.unit, event.on) * 100,
        "unit": event.unit,
    }


def screened(unit: str, day: date, rows: list[Row]) -> list[set[str]]:
    """Of each row, the screens in which it is caught."""
    found: list[set[str]] = [set() for _ in rows]
    for screen, caught in (
        (Screen.SAME_DAY, same_day(rows, SAME_DAY.on(unit, day))),
        (Screen.SAME_TEXT, same_text(rows)),
        (Screen.ALL_SUCCESS, all_success(rows, ALL_SUCCESS.on(unit, day))),
        (Screen.ONE_SOURCE, one_source(rows, ONE_SOURCE.on(unit, day))),
    ):
        for place in caught:
            found[place].add(screen)
    return found


def grouped(rows: list[Row], key: Any) -> dict[Any, list[int]]:
    groups: dict[Any, list[int]] = defaultdict(list)
    for place, each in enumerate(rows):
        groups[key(each)].append(place)
    return groups


def same_day(rows: list[Row], most: int) -> Iterator[int]:
    for places in grouped(rows, lambda r: (r["mediator_id"], r["ended_on"])).values():
        if len(places) >= most:
            yield from places


def same_text(rows: list[Row]) -> Iterator[int]:
    """The same agreement again, but for its numbers."""
    cases = [each["dispute"].pk for each in rows]
    told = Agreement.objects.filter(case__in=cases).values_list("case", "disputed", "content")
    texts = {case: re.sub(r"[\W\d]+", "", disputed + content) for case, disputed, content in told}
    often = Counter(texts.values())
    for place, each in enumerate(rows):
        text = texts.get(each["dispute"].pk, "")
        if len(text) >= ENOUGH and often[text] > 1:
            yield place


def community(each: Row) -> str:
    return str(each["unit"])[: scope.DIGITS[scope.Level.COMMUNITY]]


def all_success(rows: list[Row], enough: int) -> Iterator[int]:
    for places in grouped(rows, community).values():
        failed = any(rows[place]["outcome"] == Outcome.FAILED for place in places)
        if len(places) >= enough and not failed:
            yield from places


def one_source(rows: list[Row], percent: int) -> Iterator[int]:
    groups = grouped(rows, community)
    for places in groups.values():
        if len(groups) > 1 and len(places) * 100 > len(rows) * percent:
            yield from places
