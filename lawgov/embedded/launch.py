"""Behind `make setup` and `make run`: from nothing to a page in the browser, and back."""

import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from . import servers
from .processes import Maker, Process, stop

DEMO_STREETS = [("110105019", "2023"), ("440309006", "2024"), ("310106020", "2023")]
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
HEARTBEAT = 1  # seconds between two looks at what we keep up


@contextmanager
def stage(label: str) -> Iterator[None]:
    print(f"== {label}", flush=True)
    start = time.monotonic()
    yield
    print(f"   {time.monotonic() - start:.1f} 秒", flush=True)


def setup() -> None:
    """Servers, tables and demo data; each finds its work done the second time."""
    with stage("数据库与缓存"):
        servers.borrow()
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
        import django  # its settings ask for the URLs, so not before they are there

        django.setup()
    with stage("数据表"):
        manage("migrate", verbosity=1)
        manage("index_cases")  # of an older version's cases; else it finds nothing to do
    if demo():
        with stage("演示数据"):
            manage("demo")


def manage(command: str, *words: str, **options: object) -> None:
    from django.core.management import CommandError, call_command
    from django.db import OperationalError

    try:
        call_command(command, *words, **options)
    except CommandError as error:
        raise SystemExit(f"{command}：{error}") from None
    except OperationalError as error:
        raise SystemExit(f"数据库不能使用：{error}") from None


def demo() -> bool:
    from django.conf import settings

    return settings.DEMO


def compare() -> None:
    for unit, year in DEMO_STREETS:
        manage("compare", unit, year)


def run() -> None:
    maker, port = Maker(), free_port()
    setup()
    if demo():
        compare()
        manage("demo", logins=True)
    close_connections()
    serve(port, maker)


def free_port() -> int:
    """The port to serve on, refused early where somebody else listens."""
    number = os.environ.get("PORT") or "8000"
    if not number.isdecimal():
        raise SystemExit(f"PORT 应为数字，这里是 {number}")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(number)))
            probe.listen()
        except (OSError, OverflowError) as error:
            raise SystemExit(
                f"端口 {number} 已被占用或不能使用（{error}）。"
                "可换一个端口，例如：make run PORT=8010"
            ) from None
    return int(number)


def close_connections() -> None:
    from django.db import connections

    connections.close_all()


class Stopping:
    """Whether we were told to stop. Signals come in pairs (make passes its own on), and a handler
    that is interrupted by itself must hold no lock: it only sets a flag."""

    def __init__(self) -> None:
        self.told = False
        for number in STOPPING:
            signal.signal(number, self.tell)

    def tell(self, *_: object) -> None:
        self.told = True

    def wait(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not self.told and time.monotonic() < end:
            time.sleep(0.1)
        return self.told


def serve(port: int, maker: Maker) -> None:
    """Keep everything up until we are told to stop; then stop what we started and nothing else."""
    stopping = Stopping()
    processes: list[Process] = []
    try:
        for label, name, *words in programs(port):
            processes.append(Process(label, servers.home() / f"{name}.log", *words))
        while not stopping.told and not answers(port):
            processes[0].keep()
            stopping.wait(0.1)
        print(
            f"\n打开 http://127.0.0.1:{port}/ （日志在 {servers.home()}，Ctrl-C 停止）", flush=True
        )
        while not stopping.wait(HEARTBEAT) and not maker.is_gone():
            servers.revive()
            for process in processes:
                process.keep()
    finally:
        print("正在停止…", flush=True)
        stop(processes)


def answers(port: int) -> bool:
    """A listening port is not enough: its workers may still be loading, or failing to."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        client.request("GET", "/healthz")
        return client.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        client.close()


def programs(port: int) -> list[tuple[str, ...]]:
    """Label, name of the log, module and its words."""
    celery = ("celery", "--app", "lawgov", "--quiet")
    schedule = str(servers.home() / "beat-schedule")
    return [
        (
            *("网页服务", "web", "gunicorn", "lawgov.wsgi", "--bind", f"127.0.0.1:{port}"),
            # Browsers open connections to spare; each would hold a whole worker without threads.
            *("--worker-class", "gthread", "--threads", "4"),
            *("--no-control-socket", "--graceful-timeout", "10"),
            *("--workers", os.environ.get("WEB_CONCURRENCY") or str(1 + (os.cpu_count() or 1))),
        ),
        ("后台任务", "worker", *celery, "worker", "--loglevel", "WARNING", "--concurrency", "2"),
        ("定时任务", "beat", *celery, "beat", "--schedule", schedule),
    ]


def main() -> None:
    for number in STOPPING:  # a process that a signal ends leaves its servers running
        signal.signal(number, lambda *_: sys.exit("已中断"))
    if sys.argv[1:] == ["setup"]:
        setup()
    else:
        run()


if __name__ == "__main__":
    main()
