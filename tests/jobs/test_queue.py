"""Jobs are worked on by one at a time, survive a dead worker, and stop nobody else."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from lawgov.casework.models import Case
from lawgov.jobs import expiry, imports, tasks, vault, working
from lawgov.jobs.models import Job, State
from lawgov.jobs.working import Lease, Lost
from lawgov.people.models import User

from .conftest import book, confirmed, row, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def queued(cast):
    def one(data: bytes | None = None) -> Job:
        source = vault.keep(data or book(row()))
        job = Job(kind="import", about="dispute", by=cast.grid, unit=cast.grid.seats[0].unit)
        job.source = source
        return working.submit(job)

    return one


def lapse(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(claimed_until=timezone.now() - timedelta(seconds=1))


def test_a_job_has_one_worker_at_a_time(queued):
    queued()

    assert working.claim() is not None
    assert working.claim() is None


def test_progress_makes_the_lease_longer(queued):
    queued()
    job = working.claim()
    lease = Lease(job)
    lapse(job)
    lease.tell(1, total=9)

    assert working.claim() is None
    job.refresh_from_db()
    assert (job.done, job.total) == (1, 9)


def test_who_lost_the_lease_writes_nothing_more(queued):
    queued()
    old = Lease(working.claim())
    lapse(old.job)
    new = working.claim()

    assert new.pk == old.job.pk
    with pytest.raises(Lost):
        old.tell(1, total=9)
    with pytest.raises(Lost):
        old.end(State.DONE)
    new.refresh_from_db()
    assert new.state == "checking"


def test_after_five_tries_a_job_is_parked_with_the_reason_and_the_others_go_on(queued):
    poison, good = queued(), queued(book(row(纠纷名称="停车")))
    for _ in range(working.MOST_TRIES):
        assert working.claim().pk == poison.pk  # who took it died of it
        lapse(poison)
        Job.objects.filter(pk=good.pk).update(claimed_until=timezone.now() + timedelta(hours=1))
    lapse(good)
    working.drain()

    poison.refresh_from_db()
    good.refresh_from_db()
    assert (poison.state, good.state) == ("failed", "checked")
    assert "多次中断" in poison.error


def test_an_error_of_ours_is_tried_again_and_says_nothing_of_the_inside(queued, monkeypatch):
    job = queued()

    def broken(lease: Lease) -> None:
        raise ValueError("甲某 11010519491231002X")

    monkeypatch.setitem(working.WORKS, ("import", "checking"), broken)
    for _ in range(working.MOST_TRIES):
        working.drain()
        lapse(job)

    job.refresh_from_db()
    assert (job.state, job.tries) == ("failed", 5)
    assert "甲某" not in job.error


def test_with_the_broker_away_a_job_waits_and_is_not_lost(queued, monkeypatch):
    def away(*args: object, **kwargs: object) -> None:
        raise OperationalError("no broker")

    monkeypatch.setattr(tasks.work, "apply_async", away)
    tasks.wake()
    job = queued()
    assert job.state == "waiting"
    tasks.work()

    job.refresh_from_db()
    assert job.state == "checked"


def test_a_confirmation_counts_once(cast):
    job = sent(cast.grid, book(row()))
    stale = Job.objects.get(pk=job.pk)
    confirmed(job)

    with pytest.raises(imports.StepRefused):
        imports.confirm(stale, imports.ALL)
    assert Case.objects.count() == 1


def test_files_go_after_a_day_and_the_row_stays(cast, settings, as_):
    waiting = sent(cast.grid, book(row(来源="月球"), row()))
    done = confirmed(sent(cast.grid, book(row(纠纷名称="停车"))))
    Job.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    expiry.expire()

    waiting.refresh_from_db()
    done.refresh_from_db()
    assert (waiting.state, done.state) == ("expired", "done")
    assert not list((settings.MEDIA_ROOT / "jobs").iterdir())
    assert as_(cast.grid).get(f"/jobs/{waiting.pk}/").status_code == 200
    assert as_(cast.grid).get(f"/jobs/{waiting.pk}/errors/").status_code == 409


def test_a_file_that_no_job_knows_goes_too(cast, settings):
    sent(cast.grid, book(row()))
    forgotten = settings.MEDIA_ROOT / vault.keep(b"x")
    before = {path.name for path in forgotten.parent.iterdir()}
    os.utime(forgotten, (0, 0))
    expiry.sweep()

    assert {path.name for path in forgotten.parent.iterdir()} == before - {forgotten.name}


def test_a_job_that_is_over_asks_no_more_and_the_page_is_fetched_anew(cast, as_, queued):
    job = queued()
    browser = as_(cast.grid)
    under_way = browser.get(f"/jobs/{job.pk}/progress/")
    working.drain()
    over = browser.get(f"/jobs/{job.pk}/progress/")

    assert "hx-get" in under_way.content.decode()
    assert "HX-Refresh" not in under_way.headers
    assert over.headers["HX-Refresh"] == "true"


def test_nothing_is_done_for_who_was_shut_out_meanwhile(cast):
    job = sent(cast.grid, book(row()))
    imports.confirm(job, imports.ALL)
    User.objects.filter(pk=cast.grid.pk).update(is_active=False)
    working.drain()

    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", "申请人的账号已停用，没有办理")
    assert not Case.objects.exists()
