"""What the worker does for handovers."""

from celery import shared_task

from . import climbing


@shared_task
def climb() -> None:
    """Offers that were not answered in time go on, or are urged; agencies are urged."""
    climbing.move_on()
    climbing.press()
