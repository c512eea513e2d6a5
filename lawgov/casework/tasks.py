"""What the worker does for cases: the outbox, its sinks, and keys that have served their time."""

from celery import shared_task

from . import outbox, sinks


@shared_task
def relay() -> None:
    """Work off what waits in the outbox."""
    outbox.drain()


@shared_task
def relay_out() -> None:
    """Wake a worker for each sink for which something waits."""
    for topic, sink in sinks.waiting():
        deliver.apply_async((topic, sink), expires=5)


@shared_task
def deliver(topic: str, sink: str) -> None:
    """Bring one sink what waits for it."""
    sinks.drain(topic, sink)


@shared_task
def forget_keys() -> None:
    """Drop idempotency keys after 72 hours: a field device may be offline over a weekend."""
    outbox.forget_keys()
