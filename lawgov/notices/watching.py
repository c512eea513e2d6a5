"""What was given up after five tries: the administrators of the unit are told."""

from django.urls import reverse

from lawgov.casework import sinks
from lawgov.casework.models import Case, Outbox
from lawgov.people.models import Role
from lawgov.units import scope

from .models import Call, Notice, What
from .telling import HOOK, MAIL, News, spread
from .who import nearest


def watch() -> None:
    """Alert once for each row: also for one whose worker was killed each time."""
    rows = sinks.parked()
    told = {key(row) for row in rows}
    known = set(Notice.objects.filter(key__in=told).values_list("key", flat=True))
    spread([news(row) for row in rows if key(row) not in known])


def key(row: Outbox) -> str:
    return f"parked:{row.pk}"


def news(row: Outbox) -> News:
    page = "admin:notices_hook_changelist" if row.topic == HOOK else "notices"
    return News(What.PARKED, nearest(unit_of(row), {Role.SYSTEM_ADMIN}), reverse(page), key(row))


def unit_of(row: Outbox) -> str:
    """Whose administrators look after it: of the hook, the recipient's posts, or the case."""
    given = row.payload
    if row.topic == HOOK and (call := Call.objects.filter(pk=given.get("call")).first()):
        return call.hook.unit
    if row.topic == MAIL and (notice := Notice.objects.filter(pk=given.get("notice")).first()):
        return next((seat.unit for seat in notice.to.seats), scope.NATION)
    case = Case.objects.filter(pk=given.get("case") or 0).first()
    return case.unit if case else scope.NATION
