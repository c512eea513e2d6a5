"""The outbox: what a write causes later. The database is the truth, a broker only wakes us up."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import structlog
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from .models import Idempotency, Outbox
from .procedure import PROCEDURES

LEASE = timedelta(seconds=120)
MOST_TRIES = 5
KEYS_KEPT = timedelta(hours=72)
BATCH = 100

log = structlog.get_logger()
Handler = Callable[[dict[str, Any]], None]
handlers: dict[str, list[Handler]] = {}
stepped: list[Handler] = []
outside: set[str] = set()  # topics whose effect lies with another machine, see sinks.py


def on(topic: str) -> Callable[[Handler], Handler]:
    """Have a function called with the payload of every row of the topic; it may come twice."""

    def add(function: Handler) -> Handler:
        handlers.setdefault(topic, []).append(function)
        return function

    return add


def on_step(function: Handler) -> Handler:
    """Have a function called with every step of every kind of case; it may come twice."""
    stepped.append(function)
    return function


def listening(topic: str) -> list[Handler]:
    return [*handlers.get(topic, ()), *(stepped if topic in PROCEDURES else ())]


def drain() -> int:
    """Work until nothing is left that may be claimed; how many rows were done."""
    done = 0
    while rows := claim(~Q(topic__in=outside)):
        done += sum(work(row) is None for row in rows)
    return done


def free() -> Q:
    """Rows that nobody holds and that were not given up."""
    now = timezone.now()
    return (Q(claimed_until=None) | Q(claimed_until__lt=now)) & Q(tries__lt=MOST_TRIES)


def claim(which: Q, most: int = BATCH, lease: timedelta = LEASE) -> list[Outbox]:
    """Take a lease on some rows. Who dies holding it loses it when it runs out."""
    with transaction.atomic():
        rows = list(
            Outbox.objects.select_for_update(skip_locked=True)
            .filter(free(), which)
            .order_by("pk")[:most]
        )
        # Counted when claimed: who dies of a row never comes to count it.
        Outbox.objects.filter(pk__in=[row.pk for row in rows]).update(
            claimed_until=timezone.now() + lease, tries=F("tries") + 1
        )
    return rows


def ours(row: Outbox) -> bool:
    """Nobody took the row over because our lease ran out; it is held until we are done."""
    rows = Outbox.objects.select_for_update(skip_locked=True).filter(pk=row.pk)
    return rows.filter(tries=row.tries + 1).exists()


def work(row: Outbox, rest: timedelta = LEASE) -> Exception | None:
    """Do what the row asks and remove it in the same transaction; a fault, which is returned,
    leaves it for later."""
    try:
        with transaction.atomic():
            if not ours(row):
                return None
            for function in listening(row.topic):
                function(row.payload)
            Outbox.objects.filter(pk=row.pk).delete()
        return None
    except (
        Exception
    ) as error:  # whatever it was, the other rows go on; five tries, then it is parked
        log.exception("outbox_failed", topic=row.topic, row=row.pk, tries=row.tries + 1)
        Outbox.objects.filter(pk=row.pk).update(
            # Below its first line a database tells of the row, which can name people.
            error=f"{type(error).__name__}: {error}".partition("\n")[0][:300],
            claimed_until=timezone.now() + rest,
        )
        return error


def forget_keys() -> int:
    return Idempotency.objects.filter(at__lt=timezone.now() - KEYS_KEPT).delete()[0]
