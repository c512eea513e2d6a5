"""What the worker does for the platform: the morning's look at the quarter's meeting."""

from celery import shared_task

from . import quarters


@shared_task
def remind() -> None:
    """Tell of a quarter that ends, or ended, without its meeting."""
    quarters.remind()
