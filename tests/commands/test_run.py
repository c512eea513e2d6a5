"""`make run`: it serves, and when told to stop it leaves nothing behind."""

import os
import re
import signal
import socket
import time
from contextlib import suppress

import pytest

from lawgov.embedded.launch import answers
from tests.embedded.conftest import User, wait_for


def hail(make) -> None:
    """To all of them, again and again: a handler must stand being interrupted by itself."""
    for _ in range(200):
        with suppress(ProcessLookupError):
            os.killpg(make.process.pid, signal.SIGTERM)


INTERRUPTIONS = {
    "Ctrl-C": lambda make: os.killpg(make.process.pid, signal.SIGINT),
    "SIGINT to make alone": lambda make: make.process.send_signal(signal.SIGINT),
    "SIGTERM": lambda make: make.process.send_signal(signal.SIGTERM),
    "a hail of signals": hail,
}


@pytest.mark.parametrize("interrupt", INTERRUPTIONS.values(), ids=INTERRUPTIONS)
def test_told_to_stop_it_leaves_no_process(make, port, interrupt):
    run = make("run", "DEMO=0", PORT=port)
    run.says("http://127.0.0.1")
    names = " ".join(run.living().values())
    assert all(name in names for name in ("gunicorn", "worker", "beat", "postgres", "valkey"))
    start = time.monotonic()
    interrupt(run)
    assert "正在停止" in run.ends()
    assert time.monotonic() - start < 20
    assert run.living() == {}


def test_interrupted_on_its_way_up_it_leaves_no_process(make, port):
    run = make("run", "DEMO=0", PORT=port)
    run.says("== 数据表")
    os.killpg(run.process.pid, signal.SIGINT)
    run.ends()
    assert run.living() == {}


def test_killed_outright_it_takes_web_and_workers_with_it(make, port, home):
    run = make("run", "DEMO=0", PORT=port)
    run.says("http://127.0.0.1")
    (launcher,) = [pid for pid, words in run.living().items() if "embedded.launch" in words]
    os.kill(launcher, signal.SIGKILL)
    run.ends()
    wait_for(lambda: not re.search("gunicorn|celery", " ".join(run.living().values())))
    next_user = User(home)
    next_user.served()
    next_user.leave()
    assert run.living() == {}


def test_servers_that_others_use_outlive_it(make, port, home):
    other = User(home)
    before = other.served()
    run = make("run", "DEMO=0", PORT=port)
    run.says("http://127.0.0.1")
    run.process.send_signal(signal.SIGTERM)
    run.ends()
    other.revive()
    assert User(home).served() == before


def test_a_killed_web_server_comes_back(make, port):
    run = make("run", "DEMO=0", PORT=port)
    run.says("http://127.0.0.1")
    time.sleep(5)
    masters = [pid for pid, words in run.living().items() if "gunicorn" in words]
    os.kill(min(masters), signal.SIGKILL)
    run.says("重新启动")
    wait_for(lambda: answers(int(port)))


def test_a_taken_port_is_told_before_anything_starts(make, home):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        run = make("run", "DEMO=0", PORT=str(number))
        said = run.ends()
    assert f"端口 {number} 已被占用" in said
    assert "PORT=" in said
    assert run.process.returncode
