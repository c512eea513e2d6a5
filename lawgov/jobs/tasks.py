"""What the worker does for jobs: the queue, and files whose time is over."""

from contextlib import suppress

import structlog
from celery import shared_task
from kombu.exceptions import OperationalError

from . import expiry, working

log = structlog.get_logger()
MOST_SECONDS = 600


@shared_task(time_limit=MOST_SECONDS)
def work() -> None:
    """Work off the jobs that wait."""
    working.drain()


@shared_task
def expire() -> None:
    """Remove the files of jobs whose time is over."""
    expiry.expire()
    expiry.sweep()


def wake() -> None:
    """A wake-up call, no more: with the broker away the jobs wait for the next round."""
    with suppress(OperationalError):
        work.apply_async(expires=60, retry=False)
