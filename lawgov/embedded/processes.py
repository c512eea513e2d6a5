"""The processes that `make run` keeps up, and how they are stopped: those and no others."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

GRACE = 15  # seconds for requests and tasks under way
TOO_SOON = 5  # a process that lives shorter than this will not do better the next time


class Process:
    """One program in a session of its own, so that Ctrl-C in our terminal reaches only us."""

    def __init__(self, label: str, log: Path, *words: str) -> None:
        self.label, self.log, self.words = label, log, words
        self.start()

    def start(self) -> None:
        # Should we be killed, the kernel tells our children to stop.
        command = ["setpriv", "--pdeathsig=TERM", sys.executable, "-m", *self.words]
        descriptor = os.open(self.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "a") as log:
            self.started = time.monotonic()
            self.popen = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def keep(self) -> None:
        """Start it again where it died."""
        if not self.ended():
            return
        self.clear()
        if time.monotonic() - self.started < TOO_SOON:
            raise SystemExit(f"{self.label}启动后随即退出，原因见 {self.log}")
        print(f"{self.label}意外退出（{self.popen.returncode}），重新启动", flush=True)
        self.start()

    def ended(self) -> bool:
        """Dead, but not reaped: its number is still its own, and no other process can have it."""
        how = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self.popen.pid, how) is not None

    def ask_to_stop(self) -> None:
        """Its main process only: that one stops its own children in good order."""
        if self.is_ours():
            os.kill(self.popen.pid, signal.SIGTERM)

    def wait_until(self, end: float) -> None:
        if not self.is_ours():
            return
        while not self.ended() and time.monotonic() < end:
            time.sleep(0.05)
        self.clear()

    def is_ours(self) -> bool:
        return self.popen.returncode is None

    def clear(self) -> None:
        """End what is left of its session, then let the number go."""
        os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()


def stop(processes: list[Process]) -> None:
    for process in processes:
        process.ask_to_stop()
    end = time.monotonic() + GRACE
    for process in processes:
        process.wait_until(end)


class Maker:
    """The make that started us. Interrupted alone, it waits for us and says nothing: so we look."""

    def __init__(self) -> None:
        self.pid = os.getppid()
        self.is_make = self.read("comm").strip() == "make"
        self.listened = self.listens()

    def is_gone(self) -> bool:
        if not self.is_make:
            return False
        return os.getppid() != self.pid or (self.listened and not self.listens())

    def listens(self) -> bool:
        """It catches SIGINT until the first one comes, then puts the default back."""
        caught = self.read("status").partition("SigCgt:")[2].split("\n")[0]
        return bool(int(caught or "0", 16) >> (signal.SIGINT - 1) & 1)

    def read(self, name: str) -> str:
        with suppress(OSError):
            return Path(f"/proc/{self.pid}/{name}").read_text()
        return ""
