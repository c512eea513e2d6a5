"""Due dates on the cases: copies of what the clocks say, renewed when the calendar changes."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lawgov.workdays import calendar

from . import outbox
from .models import Case, CaseQuerySet, Event, Outbox

TOPIC = "workdays"
CHUNK = 500
COPIES = ("due_on", "due_clock", "due_provisional")


def wind(case: Case) -> None:
    """Copy the nearest due date to the case, for sorting; the events remain the truth."""
    clocks = case.procedure.read_clocks(case.history)
    running = [c for c in clocks if c.due and not c.clock.window]
    first = min(running, key=lambda c: c.due or date.max, default=None)
    case.due_on = first.due if first else None
    # Without a day a clock that is named stands still.
    named = first or next((c for c in clocks if c.paused and not c.clock.window), None)
    case.due_clock = named.clock.label if named else ""
    case.due_provisional = bool(first and first.provisional)


def queue(years: set[int]) -> None:
    """The holidays of these years are others now: have the worker look at what they move."""
    if touched(sorted(years)).exists():
        # Not before every process has forgotten the notices as they were.
        later = timezone.now() + timedelta(seconds=calendar.SECONDS_KEPT)
        Outbox.objects.create(topic=TOPIC, payload={"years": sorted(years)}, claimed_until=later)


@outbox.on(TOPIC)
def renew(payload: dict[str, Any]) -> None:
    calendar.forget()  # this process may have read the notices before they changed
    cases, last = touched(payload["years"]).order_by("pk"), 0
    while some := list(cases.filter(pk__gt=last).select_for_update()[:CHUNK]):
        last = some[-1].pk
        remember(some)
        for case in some:
            wind(case)
        Case.objects.bulk_update(some, COPIES)


def touched(years: list[int]) -> CaseQuerySet:
    """Cases whose time may run over these years, or was counted before they were known."""
    first, after = date(min(years), 1, 1), date(max(years) + 1, 1, 1)
    over_them = Q(due_provisional=True) | Q(due_on__gte=first, opened_on__lt=after)
    return Case.objects.filter(over_them, ~Q(due_on=None))


def remember(cases: list[Case]) -> None:
    """Read the histories of many cases in one query."""
    told: dict[int, list[Event]] = defaultdict(list)
    for event in Event.objects.filter(case__in=cases).order_by("case_id", "seq"):
        told[event.case_id].append(event)
    for case in cases:
        case.history = told[case.pk]
