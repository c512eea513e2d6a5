"""Files are kept for a day; the row stays and says what was done."""

from django.db import transaction
from django.utils import timezone

from . import vault, working
from .models import Job, Kind, State

FINISHED = (State.FAILED, State.REFUSED, State.DROPPED)
CHUNK = 100


def expire() -> int:
    due = Job.objects.filter(expires_at__lt=timezone.now()).exclude(
        state__in=(State.CHECKING, State.RUNNING)
    )
    times = 0
    while jobs := list(due[:CHUNK]):
        times += len(jobs)
        for job in jobs:
            close(job)
    return times


def sweep() -> int:
    """Files that no job names: their worker died between writing them and saying so."""
    names = [f"{vault.FOLDER}/{name}" for name in vault.listed()]
    old = timezone.now() - working.KEPT
    known = {name for job in Job.objects.exclude(expires_at=None) for name in files(job)}
    lost = [name for name in names if name not in known and vault.made_at(name) < old]
    for name in lost:
        vault.forget(name)
    return len(lost)


def files(job: Job) -> list[str]:
    return [name for field in Job.FILES if (name := getattr(job, field))]


def close(job: Job) -> None:
    """The files go; what nobody concluded, or can fetch any more, has expired."""
    with transaction.atomic():
        held = Job.objects.select_for_update().get(pk=job.pk)
        is_over = held.state in FINISHED or (held.state, held.kind) == (State.DONE, Kind.IMPORT)
        if not is_over:
            held.state = State.EXPIRED
        held.expires_at = None
        names = empty(held)
        held.save()
    for name in names:
        vault.forget(name)


def empty(job: Job) -> list[str]:
    """Take the names of the files off the job."""
    names = files(job)
    for name in Job.FILES:
        setattr(job, name, "")
    job.password = ""
    return names
