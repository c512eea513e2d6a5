"""The processes of `make run`: kept up, and stopped to the last child."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lawgov.embedded import processes
from lawgov.embedded.processes import Process, stop

from .conftest import wait_for

OBEDIENT = "import time; time.sleep(600)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
PARENT = f"""import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", {DEAF!r}])
time.sleep(600)"""
HASTY = "raise SystemExit(3)"


@pytest.fixture
def begin(tmp_path: Path, monkeypatch) -> Iterator[Callable[[str], Process]]:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(processes, "GRACE", 1)
    begun: list[Process] = []

    def begin(source: str) -> Process:
        (tmp_path / "program.py").write_text(source)
        begun.append(Process("程序", tmp_path / "log", "program"))
        time.sleep(0.5)
        return begun[-1]

    yield begin
    stop(begun)


def session(process: Process) -> list[str]:
    found = subprocess.run(["ps", "-o", "pid=", "-s", str(process.popen.pid)], capture_output=True)
    return found.stdout.split()


def test_the_obedient_stop_when_asked(begin):
    one = begin(OBEDIENT)
    stop([one])
    assert one.popen.returncode == -signal.SIGTERM


def test_the_deaf_are_ended_after_the_grace(begin):
    one = begin(DEAF)
    stop([one])
    assert one.popen.returncode == -signal.SIGKILL


def test_children_that_stay_behind_are_ended_too(begin):
    one = begin(PARENT)
    assert len(session(one)) == 2
    stop([one])
    wait_for(lambda: session(one) == [])


def test_others_are_left_alone(begin):
    other = subprocess.Popen(["sleep", "60"])
    stop([begin(OBEDIENT)])
    assert other.poll() is None
    other.kill()
    other.wait()


def test_one_that_dies_is_started_again(begin, monkeypatch, capsys):
    monkeypatch.setattr(processes, "TOO_SOON", 0)
    one = begin(OBEDIENT)
    before = one.popen.pid
    os.kill(before, signal.SIGKILL)
    time.sleep(0.2)
    one.keep()
    assert one.popen.pid != before
    assert "意外退出" in capsys.readouterr().out


def test_one_that_dies_at_once_is_not_tried_for_ever(begin, tmp_path):
    with pytest.raises(SystemExit, match=f"启动后随即退出，原因见 {tmp_path}/log"):
        begin(HASTY).keep()
