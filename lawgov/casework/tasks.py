"""What the worker does for cases: the outbox, and keys that have served their time."""

from celery import shared_task

from . import outbox


@shared_task
def relay() -> None:
    """Work off what waits in the outbox."""
    outbox.drain()


@shared_task
def forget_keys() -> None:
    """Drop idempotency keys after 72 hours: a field device may be offline over a weekend."""
    outbox.forget_keys()
