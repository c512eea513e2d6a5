"""A load generator: so many clients, each sending its next request when it has its answer."""

import json
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import Any


@dataclass(frozen=True)
class Load:
    """What one run saw."""

    seconds: float
    times: list[float]  # of the answered requests, sorted

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    def at(self, share: float) -> float:
        """The time within which this share of the requests was answered, in ms."""
        return 1000 * self.times[min(int(len(self.times) * share), len(self.times) - 1)]


def message(method: str, path: str, token: str, body: Any = None, key: str = "") -> bytes:
    data = json.dumps(body).encode() if body else b""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Token {token}"]
    if data:
        lines += ["Content-Type: application/json", f"Content-Length: {len(data)}"]
        lines += [f"Idempotency-Key: {key}"]
    return "\r\n".join([*lines, "", ""]).encode() + data


class Connection:
    """One kept-alive connection; the server may close it between two requests."""

    def __init__(self, port: int) -> None:
        self.port, self.socket = port, socket.create_connection(("127.0.0.1", port))

    def ask(self, request: bytes) -> int:
        self.socket.sendall(request)
        head = b""
        while b"\r\n\r\n" not in head:
            part = self.socket.recv(65536)
            if not part:
                raise ConnectionResetError
            head += part
        head, _, rest = head.partition(b"\r\n\r\n")
        names = head.lower()
        length = int(names.split(b"content-length:")[1].split(b"\r\n")[0])
        while len(rest) < length:
            rest += self.socket.recv(65536)
        if b"connection: close" in names:
            self.socket.close()
            self.socket = socket.create_connection(("127.0.0.1", self.port))
        return int(head.split(b" ", 2)[1])


def run(port: int, clients: list[Callable[[int], bytes]], good: int, seconds: float) -> Load:
    """Send for so long; any other answer than the good one ends the benchmark."""
    begin = time.perf_counter()

    def work(make: Callable[[int], bytes]) -> list[float]:
        connection, times = Connection(port), []
        for n in count():
            start = time.perf_counter()
            if start - begin > seconds:
                return times
            code = connection.ask(make(n))
            times.append(time.perf_counter() - start)
            if code != good:
                raise SystemExit(f"回答 {code}，应为 {good}")
        return times

    with ThreadPoolExecutor(len(clients)) as pool:
        found = list(pool.map(work, clients))
    times = sorted(time for one in found for time in one)
    return Load(time.perf_counter() - begin, times)
