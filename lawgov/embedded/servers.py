"""A private PostgreSQL and Valkey for a machine that has none; everything else knows two URLs."""

import atexit
import fcntl
import functools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from .postgres import Postgres
from .server import Server, State
from .valkey import Valkey

PATIENCE = 120  # seconds; replaying a long log after a crash takes a while
ATTEMPTS = 40  # a killed server's last children hold its memory for a moment


class Household:
    """The servers under one folder: the first of their users starts them, the last stops them.

    Every user holds a shared lock on one file. The kernel counts them, so that a killed user
    leaves no stale count behind.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.servers: dict[str, Server] = {
            "DATABASE_URL": Postgres(self.home),
            "REDIS_URL": Valkey(self.home),
        }
        self.lease: IO[str] | None = None
        self.held: list[Server] = []

    def hold(self, names: list[str]) -> None:
        """Set the URLs of these servers and use them until this process ends."""
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.lease is None:
            self.lease = self.users()
            atexit.register(self.leave, os.getpid())
        with self.turn():
            fcntl.flock(self.lease, fcntl.LOCK_SH)
            for name in names:
                rouse(self.servers[name])
                self.held.append(self.servers[name])
                os.environ[name] = self.servers[name].url

    def revive(self) -> None:
        """Start those of our servers that died."""
        for server in self.held:
            if server.state() is State.AWAY:
                with self.turn():
                    rouse(server)

    def leave(self, holder: int) -> None:
        if os.getpid() != holder or self.lease is None:  # a forked child only borrows the lease
            return
        self.lease.close()
        self.lease = None
        with self.turn(), self.users() as users, suppress(BlockingIOError):
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while anybody else is here
            for server in self.servers.values():
                if server.state() is not State.AWAY:
                    server.stop()
                server.tidy()

    def users(self) -> IO[str]:
        return open(self.home / "servers.users", "a")

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One process at a time starts or stops servers."""
        with open(self.home / "servers.lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def rouse(server: Server) -> None:
    """Start the server unless it runs, and wait until it answers."""
    end, attempts = time.monotonic() + PATIENCE, ATTEMPTS
    server.prepare()
    while (state := server.state()) is not State.READY:
        if state is State.AWAY and attempts:
            attempts -= 1
            server.start()
        elif state is State.AWAY or time.monotonic() > end:
            raise SystemExit(f"{server.label} 没有启动，原因见 {server.log}")
        time.sleep(0.02 if state is State.BUSY else 0.2)
    server.furnish()


def home() -> Path:
    return Path(os.environ.get("LAWGOV_VAR") or Path(__file__).parents[2] / "var").resolve()


household = functools.cache(Household)  # one lease a process and folder


def borrow() -> None:
    """Serve what the environment does not name: afterwards DATABASE_URL and REDIS_URL are set."""
    if missing := [name for name in ("DATABASE_URL", "REDIS_URL") if not os.environ.get(name)]:
        household(home()).hold(missing)


def revive() -> None:
    """For one who stays: whatever it borrowed and has died meanwhile runs again."""
    household(home()).revive()
