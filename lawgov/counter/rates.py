"""How often somebody came: counted in Valkey, and in the database while that is away."""

from datetime import timedelta
from time import time

import structlog
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from redis import RedisError

from lawgov.casework.refusals import TooMany
from lawgov.privacy.crypto import blind

from .limits import Rate
from .models import Tally

log = structlog.get_logger()


def count(rate: Rate, whom: str) -> None:
    """Count one more, and refuse who came too often. Whom we count is kept blinded."""
    slot = int(time()) // rate.seconds
    if tallied(rate, blind(f"{rate.what}:{whom}"), slot) > rate.most:
        raise TooMany(rate.says)


def tallied(rate: Rate, whom: str, slot: int) -> int:
    try:
        return in_cache(rate, f"counter:{whom}:{slot}")
    except (RedisError, OSError) as away:
        log.warning("counter_cache_away", error=type(away).__name__)
        return in_database(rate, whom, slot)


def in_cache(rate: Rate, key: str) -> int:
    cache.add(key, 0, rate.seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two
        return 1


def in_database(rate: Rate, whom: str, slot: int) -> int:
    until = timezone.now() + timedelta(seconds=rate.seconds)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Tally._meta.db_table} AS t (whom, slot, n, until)"
            " VALUES (%s, %s, 1, %s) ON CONFLICT (whom, slot) DO UPDATE SET n = t.n + 1"
            " RETURNING n",
            [whom, slot, until],
        )
        return int(cursor.fetchone()[0])


def forget() -> int:
    return Tally.objects.filter(until__lt=timezone.now()).delete()[0]
