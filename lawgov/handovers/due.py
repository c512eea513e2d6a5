"""Until when an offer is to be answered: by the kind's own clock, renewed with the calendar."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from lawgov.casework import outbox
from lawgov.casework.models import Case, Event, Outbox
from lawgov.casework.procedure import Clock, Procedure
from lawgov.workdays import calendar

from .models import Handover

TOPIC = "handovers.due"
CHUNK = 500


def clock_of(procedure: Procedure, step: str) -> Clock:
    """The clock that the offering step starts."""
    return next(clock for clock in procedure.clocks if step in clock.starts)


def due(case: Case, step: str, on: date) -> date:
    clock = clock_of(case.procedure, step)
    return last_day(clock, on, clock.days_in(case.unit, on))


def last_day(clock: Clock, on: date, days: int) -> date:
    return calendar.add(on, days, working=clock.working).day


def queue(years: set[int]) -> None:
    """The holidays of these years are others now: have the worker count anew what waits."""
    if touched(sorted(years)).exists():
        # Not before every process has forgotten the notices as they were.
        later = timezone.now() + timedelta(seconds=calendar.SECONDS_KEPT)
        Outbox.objects.create(topic=TOPIC, payload={"years": sorted(years)}, claimed_until=later)


@outbox.on(TOPIC)
def renew(payload: dict[str, Any]) -> None:
    calendar.forget()  # this process may have read the notices before they changed
    rows, last = touched(payload["years"]).select_related("case").order_by("pk"), 0
    while some := list(rows.filter(pk__gt=last).select_for_update(of=("self",))[:CHUNK]):
        last = some[-1].pk
        renew_some(some)
        Handover.objects.bulk_update(some, ["due_on"])


def renew_some(rows: list[Handover]) -> None:
    """By the days that applied when each was offered."""
    events = Event.objects.filter(case__in=[row.case_id for row in rows])
    offers = {(event.case_id, event.seq): event for event in events}
    for row in rows:
        clock, offer = clock_of(row.case.procedure, row.step), offers[row.case_id, row.seq]
        row.due_on = last_day(clock, row.on, clock.days_of(offer))


def touched(years: list[int]) -> QuerySet[Handover]:
    """Offers whose time may run over these years."""
    first, after = date(min(years), 1, 1), date(max(years) + 1, 1, 1)
    return Handover.objects.waiting().filter(due_on__gte=first, on__lt=after)
