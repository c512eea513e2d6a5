"""What the worker does for publications."""

from celery import shared_task

from . import following


@shared_task
def expire() -> None:
    """Take down what has stood for its time."""
    following.expire()
