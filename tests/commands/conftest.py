"""`make` as people type it: in a session of its own, on servers and a port of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 180


def heed_interrupts() -> None:
    """As in a terminal: what a shell starts in the background is born deaf to SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Make:
    """One run of make, and everything that came of it."""

    def __init__(self, home: Path, *words: str, **environment: str) -> None:
        self.home = home
        known = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
        self.process = subprocess.Popen(
            ["make", *words, f"VENV={sys.prefix}"],
            cwd=ROOT,
            env=known | environment | {"LAWGOV_VAR": str(home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=heed_interrupts,
        )
        self.lines: list[str] = []

    def says(self, words: str) -> str:
        """Read on until a line holds these words."""
        for line in self.process.stdout:
            self.lines.append(line)
            if words in line:
                return line
        raise AssertionError("".join(self.lines))

    def ends(self) -> str:
        """Everything it said, once it has ended."""
        self.lines.append(self.process.communicate(timeout=PATIENCE)[0])
        return "".join(self.lines)

    def living(self) -> dict[int, str]:
        """Whatever still runs with its environment, or in its home (a server rewrites its own)."""
        mark, found = f"LAWGOV_VAR={self.home}".encode(), {}
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                marked = mark in (process / "environ").read_bytes().split(b"\0")
                if marked or (process / "cwd").resolve(strict=True).is_relative_to(self.home):
                    found[int(process.name)] = (process / "cmdline").read_text().replace("\0", " ")
        return found


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all: the second start finds tables and demo data there."""
    return tmp_path_factory.mktemp("commands") / "var"


@pytest.fixture
def make(home: Path) -> Iterator[Callable[..., Make]]:
    made: list[Make] = []

    def start(*words: str, **environment: str) -> Make:
        made.append(Make(home, *words, **environment))
        return made[-1]

    yield start
    for one in made:
        if one.process.poll() is None:
            os.killpg(one.process.pid, signal.SIGTERM)
            one.process.communicate(timeout=PATIENCE)


@pytest.fixture
def port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])
