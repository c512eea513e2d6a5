"""A real worker on the real broker makes the papers of what was agreed."""

import os
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection

from lawgov import celery_app
from lawgov.casework.models import Outbox
from lawgov.casework.tasks import relay
from lawgov.documents.models import Document

from .conftest import settled

PATIENCE = 60  # seconds


def database_url():
    given = connection.get_connection_params()
    host = given.get("host") or ""
    return f"postgresql://{given.get('user', '')}@/{given['dbname']}?host={host}"


@pytest.fixture
def worker(tmp_path):
    """A worker of our own on the test database; stopped whatever happens."""
    celery_app.control.purge()  # what an aborted run may have left would drain too early
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
    }
    words = ("celery", "--app", "lawgov", "worker", "--concurrency", "1", "--pool", "solo")
    with open(tmp_path / "worker.log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *words], env=environment, cwd=settings.BASE,
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        yield process
        process.terminate()
        process.wait(timeout=PATIENCE)
    print((tmp_path / "worker.log").read_text()[-3000:])  # shown where the test failed


@pytest.mark.django_db(transaction=True)
def test_a_worker_makes_the_papers_after_the_agreement(cast, worker):
    case = settled(cast)
    relay.delay()

    end = time.monotonic() + PATIENCE
    while Outbox.objects.exists() and time.monotonic() < end:
        assert worker.poll() is None
        time.sleep(0.1)

    assert set(Document.objects.filter(case=case).values_list("paper", "version")) == {
        ("agreement", 1),
        ("intake", 1),
        ("notice", 1),
        ("record", 1),
    }
