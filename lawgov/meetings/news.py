"""Who is told of a meeting: the people of the system who are to attend and may read of it."""

from typing import Any

from lawgov.casework.models import Case, Event
from lawgov.notices import lines
from lawgov.notices.models import Notice, What
from lawgov.people.models import User


def chair(event: Event) -> list[int]:
    return readers(event.case, {event.facts.get("chair")})


def attendees(event: Event) -> list[int]:
    return readers(event.case, {row.user_id for row in event.case.part("attendees")})


def added(event: Event) -> list[int]:
    """Who was not told yet; whoever is written down after the meeting need not be called to it."""
    if event.case.state != "called":
        return []
    called = Notice.objects.filter(case=event.case, what=What.CALLED).values_list("to", flat=True)
    return list(set(attendees(event)) - set(called))


def readers(case: Case, ids: set[Any]) -> list[int]:
    """A notice leads to the page of the meeting: it goes to nobody who would not find it."""
    people = User.objects.filter(pk__in=ids - {None}, is_active=True)
    seen = Case.objects.filter(pk=case.pk)
    return [u.pk for u in people if (seen & Case.objects.visible_to(u, case.kind)).exists()]


def announce(kind: str) -> None:
    lines.add(kind, "call", What.CALLED, chair)
    for step in ("postpone", "cancel"):
        lines.add(kind, step, What.CALLED, attendees)
    lines.add(kind, "add_attendees", What.CALLED, added)
