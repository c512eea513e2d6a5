"""What the counter does by night."""

from celery import shared_task

from . import rates


@shared_task
def forget() -> int:
    return rates.forget()
