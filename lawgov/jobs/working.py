"""The engine of jobs: who works on which, by a lease that progress renews. The database is the
truth; the broker only wakes us up."""

from collections.abc import Callable, Collection
from datetime import timedelta
from time import monotonic

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from lawgov.casework.refusals import BadFacts, Refusal
from lawgov.notices.models import What
from lawgov.notices.telling import tell
from lawgov.people.models import User

from .models import Job, State

MOST_TRIES = 5
EVERY = 0.25  # seconds between two words of progress
KEPT = timedelta(hours=24)
GIVEN_UP = f"办理时多次中断（{MOST_TRIES}次），已停止；请减少行数后重新提交，或联系系统管理员"
BROKEN = "办理时出现异常，没有写入任何数据；请联系系统管理员"
SHUT_OUT = "申请人的账号已停用，没有办理"

log = structlog.get_logger()
Work = Callable[["Lease"], None]
# What is done for a kind of job in a state: registered by imports.py and exports.py.
WORKS: dict[tuple[str, str], Work] = {}


class Lost(Exception):  # noqa: N818 - what happened to the lease
    """Our lease ran out and somebody else has the job: leave it alone."""


class Lease:
    """A job that is ours for a while; each word of progress makes the while longer."""

    def __init__(self, job: Job) -> None:
        self.job, self.said = job, monotonic()

    def held(self):
        """The row, if it is still ours."""
        return Job.objects.filter(pk=self.job.pk, claims=self.job.claims)

    def write(self, **columns) -> None:
        if not self.held().update(**columns):
            raise Lost
        for name, value in columns.items():
            setattr(self.job, name, value)

    def tell(self, done: int, total: int = 0) -> None:
        """Progress, at most a few times a second."""
        if monotonic() - self.said < EVERY and not total:
            return
        self.said = monotonic()
        more = {"total": total} if total else {}
        self.write(done=done, claimed_until=until(), **more)

    def end(self, state: State, **columns) -> None:
        """The last word, with a notice to who asked; within the transaction of a caller's own."""
        now = timezone.now()
        over = {"finished_at": now, "expires_at": now + KEPT, "claimed_until": None}
        with transaction.atomic():
            self.write(state=state, **over, **columns)
            announce(self.job)

    def settle(self) -> None:
        """Inside a transaction: nobody takes the job over before it is committed."""
        if not self.held().select_for_update().exists():
            raise Lost


def announce(job: Job) -> None:
    tell(job.by, What.JOB_DONE, about=reverse("job", args=[job.pk]), key=f"job:{job.pk}:over")


def until():
    return timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)


def unit_of(by: User, roles: Collection[str]) -> str:
    """The widest unit in which somebody holds one of these roles: under it the job is filed."""
    return min((seat.unit for seat in by.seats if seat.role in roles), key=len)


def submit(job: Job) -> Job:
    """Put the job in the queue; a worker is woken once it is committed."""
    from .tasks import wake

    job.expires_at = timezone.now() + KEPT
    job.save()
    transaction.on_commit(wake)
    return job


def claim() -> Job | None:
    """Take a lease on one job. Tries are counted here: who dies of it never comes to count."""
    with transaction.atomic():
        found = Job.objects.free().select_for_update(skip_locked=True)
        job = found.order_by("claimed_until", "pk").first()
        if not job:
            return None
        job.claims += 1
        job.tries += 1
        job.claimed_until = until()
        job.started_at = job.started_at or timezone.now()
        if job.state == State.WAITING:
            job.state = State.RUNNING if job.params.get("run") else State.CHECKING
        job.save()
    return job


def drain() -> int:
    """Work until nothing is free; how many jobs were taken on."""
    times = 0
    while job := claim():
        times += 1
        work(Lease(job))
    return times


def work(lease: Lease) -> None:
    job = lease.job
    try:
        if job.tries > MOST_TRIES:
            lease.end(State.FAILED, error=GIVEN_UP)
        elif not job.by.is_active:
            lease.end(State.FAILED, error=SHUT_OUT)
        else:
            WORKS[job.kind, job.state](lease)
    except Lost:
        log.warning("job_taken_over", job=job.pk)
    except Refusal as refused:
        fail(lease, said(refused))
    except Exception as error:  # whatever it was, the other jobs go on
        log.exception("job_failed", job=job.pk, tries=job.tries)
        retry(lease, type(error).__name__)


def said(refused: Refusal) -> str:
    words = (
        [why for list_ in refused.errors.values() for why in list_]
        if isinstance(refused, BadFacts)
        else refused.reasons
    )
    return "；".join(words)


def fail(lease: Lease, why: str) -> None:
    if lease.held().exists():
        lease.end(State.FAILED, error=why[:300])


def retry(lease: Lease, name: str) -> None:
    """Later once more, or parked after the last try."""
    if lease.job.tries >= MOST_TRIES:
        fail(lease, f"{BROKEN}（{name}）")
    else:
        lease.held().update(done=0, claimed_until=until())


def again(job: Job, **columns) -> bool:
    """Queue a job that waited for somebody's word, once: two who say it are one."""
    waiting = (State.CHECKED, State.AWAITING)
    found = Job.objects.filter(pk=job.pk, state=job.state, state__in=waiting)
    taken = found.update(
        state=State.WAITING, tries=0, done=0, claimed_until=None, claims=F("claims") + 1, **columns
    )
    if taken:
        from .tasks import wake

        transaction.on_commit(wake)
    return bool(taken)
