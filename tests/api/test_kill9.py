"""kill -9 of the web server's workers under load: what was acknowledged is there, and once."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection
from knox.models import AuthToken

from lawgov.casework.models import Case, Counter, Event, Idempotency, Outbox
from lawgov.embedded import launch
from lawgov.parties.models import Party
from mediation.models import Dispute

from ..cast import GRID, registration

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, SECONDS, PAUSE = 8, 8, 0.6


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def master(cast, port: int) -> Iterator[int]:
    """The web server as `make run` starts it, on the tests' database; its process id."""
    _, _, *words = launch.programs(port)[0]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path="/" + connection.settings_dict["NAME"])
    server = subprocess.Popen(
        [sys.executable, "-m", *words],
        env=os.environ | {"DATABASE_URL": urlunsplit(url), "WEB_CONCURRENCY": "2"},
        stderr=subprocess.DEVNULL,
    )
    while not launch.answers(port):
        assert server.poll() is None
        time.sleep(0.1)
    yield server.pid
    server.terminate()
    server.wait(20)


def workers(master: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{master}/task/{master}/children").read_text().split()]


class Writer:
    """Logs disputes one after another; whatever goes wrong, it asks again under the same key."""

    def __init__(self, name: int, port: int, token: str, end: float) -> None:
        self.name, self.port, self.token, self.end = name, port, token, end
        self.acknowledged: dict[str, str] = {}  # key -> number
        self.retries, self.codes = 0, set()

    def run(self) -> "Writer":
        while time.monotonic() < self.end:
            key = f"{self.name}-{len(self.acknowledged)}"
            while key not in self.acknowledged:
                with suppress(OSError, http.client.HTTPException):
                    self.write(key)
                self.retries += key not in self.acknowledged
        return self

    def write(self, key: str) -> None:
        web = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            body = json.dumps({"unit": GRID, **registration(title=key)})
            headers = {"Authorization": f"Token {self.token}", "Idempotency-Key": key}
            web.request(
                "POST", "/api/v1/disputes/", body, headers | {"Content-Type": "application/json"}
            )
            answer = web.getresponse()
            said = json.loads(answer.read())
            self.codes.add(answer.status)
            if answer.status == 201:
                self.acknowledged[key] = said["number"]
        finally:
            web.close()


def kill_workers(master: int, end: float) -> int:
    kills = 0
    while time.monotonic() < end - PAUSE:
        time.sleep(PAUSE)
        for pid in workers(master)[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                kills += 1
    return kills


def test_no_acknowledged_write_is_lost_and_none_is_doubled(cast, master, port):
    token, end = AuthToken.objects.create(user=cast.grid)[1], time.monotonic() + SECONDS
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        killer = pool.submit(kill_workers, master, end)
        writers = list(pool.map(lambda n: Writer(n, port, token, end).run(), range(WRITERS)))

    said = {key: number for writer in writers for key, number in writer.acknowledged.items()}
    assert killer.result() >= 5
    assert sum(writer.retries for writer in writers) >= 1  # or the test has proved nothing
    assert set().union(*(writer.codes for writer in writers)) == {201}
    assert dict(Case.objects.values_list("title", "number")) == said
    rows = [table.objects.count() for table in (Case, Dispute, Event, Outbox, Idempotency)]
    assert rows == [len(said)] * 5
    assert Party.objects.count() == 2 * len(said)
    assert sorted(Case.objects.values_list("serial", flat=True)) == list(range(1, len(said) + 1))
    assert Counter.objects.get().n == len(said)
