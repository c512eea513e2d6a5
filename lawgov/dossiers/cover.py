"""What the covers of files share: names as they may be shown, days, and 归档号."""

from datetime import date

from lawgov.casework.models import Case, Event
from lawgov.documents.values import Masked
from lawgov.parties.models import Party, PartyKind
from lawgov.privacy.masks import mask_name
from lawgov.units import scope

from .pieces import Shown

SERIAL = 4  # digits of the serial in 归档号


def called(party: Party, shown: Shown) -> str:
    if isinstance(shown, Masked) and party.kind == PartyKind.PERSON:
        return mask_name(party.name)
    return shown.name(party)


def day(on: date | None) -> str:
    return on.isoformat() if on else ""


def taken(case: Case, *steps: str) -> Event | None:
    """The first time that one of these steps was taken."""
    return next((event for event in case.history if event.step in steps), None)


def first(case: Case, *steps: str) -> date | None:
    event = taken(case, *steps)
    return event.on if event else None


def archive_number(case: Case) -> str:
    """Year and serial: its place among what the street archived in that year. Events are never
    taken back, so the place never changes."""
    done = taken(case, "archive")
    if done is None:
        return ""
    year = done.on.year
    before = Event.objects.filter(
        scope.within("unit", [scope.span(case.registry)]),
        kind=case.kind, step="archive", on__gte=date(year, 1, 1), on__lt=date(year + 1, 1, 1),
        pk__lte=done.pk,
    )  # fmt: skip
    return f"{year}{before.count():0{SERIAL}}"
