"""Users of the private servers: processes of their own, in a home of their own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from lawgov.embedded.server import sockets

SCRIPT = """
import json, os, sys
from lawgov.embedded import servers
servers.borrow()
print(json.dumps([os.environ["DATABASE_URL"], os.environ["REDIS_URL"]]), flush=True)
for line in sys.stdin:
    servers.revive()
    print("revived", flush=True)
"""


class User:
    """One who borrows the servers under a home and stays until told to leave."""

    def __init__(self, home: Path, **urls: str) -> None:
        known = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT],
            env=known | urls | {"LAWGOV_VAR": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def served(self) -> tuple[str, str]:
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read()
        self.database, self.redis = json.loads(line)
        return self.database, self.redis

    def revive(self) -> None:
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "revived\n"

    def leave(self) -> str:
        """What it complained of, if anything."""
        return self.process.communicate(timeout=60)[1]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def living(home: Path, program: str = "") -> list[int]:
    """Servers and their children work inside the home; only main processes name their program."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            inside = (process / "cwd").resolve(strict=True).is_relative_to(home)
            words = (process / "cmdline").read_text().replace("\0", " ")
            if inside and words and (not program or f"/{program}" in words.split(" ")[0]):
                found.append(int(process.name))
    return found


def wait_for(condition: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "var"
    assert not living(tmp_path), "servers outlived their users"
    assert not sockets(tmp_path / "var").exists() or sockets(tmp_path / "var").is_relative_to(
        tmp_path
    )


@pytest.fixture
def user(home: Path) -> Iterator[Callable[..., User]]:
    """Makes users of the home; those still there at the end leave."""
    users: list[User] = []

    def come(at: Path = home, **urls: str) -> User:
        users.append(User(at, **urls))
        return users[-1]

    yield come
    for one in users:
        if one.process.poll() is None:
            one.leave()
