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
    while rows := claim():
        done += sum(work(row) for row in rows)
    return done


def claim() -> list[Outbox]:
    """Take a lease on some rows. Who dies holding it loses it when it runs out."""
    now = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    with transaction.atomic():
        rows = list(
            Outbox.objects.select_for_update(skip_locked=True)
            .filter(free, tries__lt=MOST_TRIES)
            .order_by("pk")[:BATCH]
        )
        # Counted when claimed: who dies of a row never comes to count it.
        Outbox.objects.filter(pk__in=[row.pk for row in rows]).update(
            claimed_until=now + LEASE, tries=F("tries") + 1
        )
    return rows


def ours(row: Outbox) -> bool:
    """Nobody took the row over because our lease ran out; it is held until we are done."""
    free = Outbox.objects.select_for_update(skip_locked=True).filter(pk=row.pk)
    return free.filter(tries=row.tries + 1).exists()


def work(row: Outbox) -> bool:
    """Do what the row asks and remove it in the same transaction; a fault leaves it for later."""
    try:
        with transaction.atomic():
            if not ours(row):
                return False
            for function in listening(row.topic):
                function(row.payload)
            Outbox.objects.filter(pk=row.pk).delete()
        return True
    except (
        Exception
    ) as error:  # whatever it was, the other rows go on; five tries, then it is parked
        log.exception("outbox_failed", topic=row.topic, row=row.pk, tries=row.tries + 1)
        Outbox.objects.filter(pk=row.pk).update(
            error=f"{type(error).__name__}: {error}"[:300],
            claimed_until=timezone.now() + LEASE,
        )
        return False


def forget_keys() -> int:
    return Idempotency.objects.filter(at__lt=timezone.now() - KEYS_KEPT).delete()[0]
