"""What leaves the house by mail or to another system. Each sink is worked off by itself, so that
one that is away delays no other and nothing of ours."""

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.db.models.fields.json import KT
from django.utils import timezone

from . import outbox
from .models import Outbox

LEASE = timedelta(seconds=45)  # longer than a sink may take; who is killed is followed within it
PAUSES = [timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=8), timedelta(minutes=30)]


class AwayError(Exception):
    """The sink cannot be reached or takes nothing now: what waits for it waits together."""


def on(topic: str) -> Any:
    """Have a function called with the payload of each row; its effect lies with another machine."""
    outbox.outside.add(topic)
    return outbox.on(topic)


def row(topic: str, sink: str, **about: Any) -> Outbox:
    return Outbox(topic=topic, payload={"sink": sink, **about})


def waiting() -> list[tuple[str, str]]:
    """The sinks for which something may be done now."""
    rows = Outbox.objects.filter(outbox.free(), topic__in=outbox.outside)
    return list(rows.values_list("topic", KT("payload__sink")).order_by().distinct())


def drain(topic: str, sink: str) -> int:
    """Work off one sink, a row at a time, until nothing is left or it is away."""
    done, here = 0, Q(topic=topic, payload__sink=sink)
    while rows := outbox.claim(here, 1, LEASE):
        rest = PAUSES[min(rows[0].tries, len(PAUSES) - 1)]
        trouble = outbox.work(rows[0], rest)
        if isinstance(trouble, AwayError):
            # The others have not been tried: they only wait.
            Outbox.objects.filter(outbox.free(), here).update(claimed_until=timezone.now() + rest)
            break
        done += trouble is None
    return done


def parked() -> list[Outbox]:
    """Rows that were given up, and rows whose worker was killed every time."""
    now = timezone.now()
    given_up = Q(tries__gte=outbox.MOST_TRIES) & (Q(claimed_until=None) | Q(claimed_until__lt=now))
    return list(Outbox.objects.filter(given_up).order_by("pk")[: outbox.BATCH])


def again(topic: str, sink: str) -> int:
    """Try anew what was given up."""
    rows = Outbox.objects.filter(topic=topic, payload__sink=sink, tries__gte=outbox.MOST_TRIES)
    return rows.update(tries=0, claimed_until=None)
