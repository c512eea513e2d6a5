"""What the worker does for penalty cases."""

from celery import shared_task

from . import warning


@shared_task
def warn() -> None:
    """Tell of cases whose ninety days are running out."""
    warning.begin()
