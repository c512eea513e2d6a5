"""Creating and listing disputes over HTTP, beside a bare DRF ModelViewSet.

Both sides: one PostgreSQL, the same connection options, the same web server, 8 clients, as many
rows. Rounds are interleaved, because a machine's speed drifts; only the ratios mean anything.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

from lawgov.embedded import launch, servers

from .load import Load, message, run

ROWS = int(os.environ.get("BENCH_ROWS", "100000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))
WORK = {"create": ("登记", 201), "list": ("列表50条", 200)}


class Side:
    """One of the two: its database, its rows, its server."""

    def __init__(self, label: str, module: str, wsgi: str) -> None:
        self.label, self.module, self.wsgi = label, module, wsgi
        self.loads: dict[str, list[Load]] = {work: [] for work in WORK}

    @contextmanager
    def up(self) -> Iterator["Side"]:
        with database(f"bench_{os.getpid()}_{self.label}") as url, ExitStack() as stack:
            env = os.environ | {"DATABASE_URL": url, "WEB_CONCURRENCY": "2"}
            begun = time.perf_counter()
            told = subprocess.run(
                [sys.executable, "-c", f"from {self.module} import main; main({ROWS})"],
                env=env, check=True, stdout=subprocess.PIPE,
            ).stdout  # fmt: skip
            self.told: dict[str, Any] = json.loads(told)
            print(f"{self.label}：{ROWS:,} 行，{time.perf_counter() - begun:.0f} 秒", flush=True)
            self.port = stack.enter_context(served(self.wsgi, env))
            yield self

    def requests(self, work: str) -> list[Callable[[int], bytes]]:
        path = self.told["path"]

        def make(token: str, body: dict[str, Any]) -> Callable[[int], bytes]:
            if work == "list":
                ready = message("GET", path, token)
                return lambda n: ready
            return lambda n: message("POST", path, token, body, uuid4().hex)

        return [make(**client) for client in self.told["clients"]]

    def measure(self, work: str, seconds: float = SECONDS) -> Load:
        return run(self.port, self.requests(work), WORK[work][1], seconds)


@contextmanager
def database(name: str) -> Iterator[str]:
    """A database of its own on the server that serves everybody else."""
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(url, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def served(wsgi: str, env: dict[str, str]) -> Iterator[int]:
    """The web server as `make run` starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    _, _, *words = launch.programs(port)[0]
    words[1] = wsgi
    command = [sys.executable, "-m", *words]
    server = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    try:
        while not launch.answers(port):
            if server.poll() is not None:
                raise SystemExit(f"{wsgi} 没有启动")
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(30)


def rounds(sides: list[Side]) -> None:
    for work in WORK:
        for side in sides:
            side.measure(work, seconds=1)  # warm: connections, prepared statements, caches
    for n in range(ROUNDS):
        for work in WORK:
            # Who goes first changes, so that neither profits from what the other leaves behind.
            for side in sides[:: 1 if n % 2 else -1]:
                side.loads[work].append(side.measure(work))


def told(ours: Side, bare: Side) -> None:
    for place, (work, (label, _)) in enumerate(WORK.items()):
        pairs = zip(ours.loads[work], bare.loads[work], strict=True)
        ratios = sorted(mine.rate / other.rate for mine, other in pairs)
        print(
            f"\n{label}：{statistics.median(ratios):.2f} 倍"
            f"（{ratios[0]:.2f}-{ratios[-1]:.2f}，{len(ratios)} 轮）"
        )
        for side in (ours, bare):
            sent = side.told["statements"][place]
            print(f"  {side.label:6}  {spread(side.loads[work])}，每请求 {sent} 条语句")


def spread(loads: list[Load]) -> str:
    """Medians over the rounds."""
    rate, p50, p99 = (
        statistics.median(values)
        for values in zip(*((one.rate, one.at(0.5), one.at(0.99)) for one in loads), strict=True)
    )
    return f"{rate:6.0f} 次/秒，p50 {p50:5.1f} ms，p99 {p99:5.1f} ms"


def main() -> None:
    servers.borrow()
    with ExitStack() as stack:
        ours = stack.enter_context(Side("lawgov", "benchmarks.fill", "lawgov.wsgi").up())
        bare = stack.enter_context(
            Side("bare", "benchmarks.bare.fill", "benchmarks.bare.wsgi").up()
        )
        rounds([ours, bare])
        told(ours, bare)


if __name__ == "__main__":
    main()
