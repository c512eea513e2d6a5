"""What the worker does for plans of rounds."""

from celery import shared_task

from . import reminding


@shared_task
def remind() -> None:
    """Have today's plans set out, and tell the walkers of grids that lack rounds."""
    reminding.begin()
