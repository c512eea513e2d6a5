"""Near and past due: told in the morning of a working day, once for each case and due date."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from lawgov.casework import inbox, outbox
from lawgov.casework.models import Case, Outbox
from lawgov.workdays import calendar

from .models import What, due_key
from .telling import News, spread
from .who import Circle

TOPIC = "notices.due"
CHUNK = 500
LOOK_BACK = timedelta(days=14)  # what is late for longer has been told, unless we stood still


def begin() -> None:
    """Have the worker go through the cases, a chunk at a time."""
    if calendar.is_workday(localdate()):
        rows = [
            Outbox(topic=TOPIC, payload={"what": w, "after": 0}) for w in (What.NEAR, What.LATE)
        ]
        Outbox.objects.bulk_create(rows)


@outbox.on(TOPIC)
def remind(payload: dict[str, Any]) -> None:
    what, circle = What(payload["what"]), Circle()
    found = cases(what).filter(pk__gt=payload["after"]).select_related("handler")
    some = list(found.order_by("pk")[:CHUNK])
    spread(
        [
            News(what, circle.turn(case), case, due_key(what, case, case.due_on), case.due_on)
            for case in some
            if case.due_on
        ]
    )
    if len(some) == CHUNK:
        Outbox.objects.create(topic=TOPIC, payload={**payload, "after": some[-1].pk})


def cases(what: What) -> QuerySet[Case]:
    today = localdate()
    if what == What.LATE:
        return Case.objects.filter(due_on__gte=today - LOOK_BACK, due_on__lt=today)
    return Case.objects.filter(due_on__gte=today, due_on__lte=inbox.last_near(today))
