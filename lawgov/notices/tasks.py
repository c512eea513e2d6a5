"""What the worker does for notices: the morning's reminders, and what could not be sent."""

from celery import shared_task

from . import due, watching


@shared_task
def remind() -> None:
    """Tell of what is due soon and what is late."""
    due.begin()


@shared_task
def watch() -> None:
    """Tell administrators of what was given up."""
    watching.watch()
