"""5,000 disputes by a real worker that is killed while it checks and while it writes."""

import os
import re
import signal
import subprocess
import sys
import time
from io import BytesIO

import pytest
from django.conf import settings
from django.db import connection
from python_calamine import CalamineWorkbook

from lawgov import celery_app
from lawgov.casework.models import Case
from lawgov.jobs.models import Imported, Job
from lawgov.jobs.tasks import work

from .conftest import book, row, upload

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]
ROWS, BAD = 5000, {7: "来源", 2500: "纠纷名称", 4999: "当事人1：联系电话"}
PATIENCE = 200  # seconds
ROUND = 2  # seconds between two calls of the beat


@pytest.fixture
def start(tmp_path):
    """Workers of our own on the test database, one after another; none is left."""
    celery_app.control.purge()
    given = connection.get_connection_params()
    url = f"postgresql://{given.get('user', '')}@/{given['dbname']}?host={given.get('host') or ''}"
    environment = os.environ | {
        "DATABASE_URL": url, "MEDIA_ROOT": str(settings.MEDIA_ROOT), "JOB_LEASE_SECONDS": "3",
    }  # fmt: skip
    words = ("celery", "--app", "lawgov", "worker", "--concurrency", "1", "--pool", "solo")
    started: list[subprocess.Popen] = []

    def one() -> subprocess.Popen:
        with open(tmp_path / "worker.log", "ab") as log:
            started.append(subprocess.Popen(
                [sys.executable, "-m", *words], env=environment, cwd=settings.BASE,
                stdout=log, stderr=log,
            ))  # fmt: skip
        return started[-1]

    yield one
    for process in started:
        process.kill()
        process.wait()
    print((tmp_path / "worker.log").read_text()[-3000:])  # shown where the test failed


def waited(holds, pause: float = 0.2) -> None:
    """Until it holds; as the beat does, a worker is called every while."""
    end, called = time.monotonic() + PATIENCE, 0.0
    while not holds():
        assert time.monotonic() < end
        if time.monotonic() - called > ROUND:
            work.apply_async(expires=ROUND)
            called = time.monotonic()
        time.sleep(pause)


def killed(process: subprocess.Popen) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def five_thousand() -> bytes:
    wrong = {"来源": "月球", "纠纷名称": None, "当事人1：联系电话": "12"}
    return book(*(
        row(纠纷名称=f"第{n}件", **{"当事人1：联系电话": "13812345678"}) | (
            {BAD[n]: wrong[BAD[n]]} if n in BAD else {}
        )
        for n in range(2, ROWS + 2)
    ))  # fmt: skip


def copying() -> bool:
    """Whether some worker is in the middle of writing rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_stat_progress_copy WHERE datname = current_database()")
        return cursor.fetchone() is not None


def test_an_import_of_5000_shows_progress_names_bad_rows_and_survives_kill_9(cast, as_, start):
    browser = as_(cast.grid)
    url = upload(browser, five_thousand()).url
    job = Job.objects.get()
    seen: set[str] = set()

    def state() -> str:
        job.refresh_from_db()
        return job.state

    def moved() -> bool:
        page = browser.get(f"{url}progress/").content.decode()
        seen.update(re.findall(rf"已办 (\d+) / {ROWS}", page))
        return len(seen - {"0"}) >= 2

    first = start()
    waited(moved)
    killed(first)
    assert state() == "checking"

    second = start()
    waited(lambda: state() == "checked")
    page = browser.get(url).content.decode()
    for line, label in BAD.items():
        assert re.search(rf"第{line}行</th>\s*<td[^>]*>{label}</td>", page)
    errors = b"".join(browser.get(f"{url}errors/").streaming_content)
    sheet = CalamineWorkbook.from_filelike(BytesIO(errors)).get_sheet_by_index(0).to_python()
    assert [line[0] for line in sheet[1:]] == [f"原第{line}行" for line in BAD]
    assert not Case.objects.exists()

    browser.post(f"{url}choose/", {"choice": "skip"})
    waited(copying, 0.01)
    killed(second)
    waited(lambda: not copying())
    assert (state(), Case.objects.count(), Imported.objects.count()) == ("running", 0, 0)

    start()
    waited(lambda: state() == "done")
    good = ROWS - len(BAD)
    assert job.tally["logged"] == Imported.objects.count() == good
    serials = Case.objects.order_by("serial").values_list("serial", flat=True)
    assert list(serials) == list(range(1, good + 1))
