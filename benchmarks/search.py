"""Searching a street by two characters, with ten times as many cases in the county.

A rare word costs what it finds, however many cases there are; a word that stands in every case
costs reading the street's cases. Only the ratios mean anything.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from typing import Any

from lawgov.embedded import servers

from .api import database
from .fill import SETTINGS, body, fill, streets
from .filling import filled

SIZES = (10_000, 100_000)
RARE, COMMON = "堆物", "漏水"
FOUND = 20
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "50"))


def times(text: str) -> float:
    """Milliseconds of a page at the median, on a warm process."""
    from lawgov.people.models import User
    from lawgov.search.results import look

    user = User.objects.get(username="client0")
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        found = look(user, ["dispute"], text, "", "", 50)
        taken.append(1000 * (time.perf_counter() - begun))
        assert len(found.cases) == (FOUND if text == RARE else 50)
    return statistics.median(taken[5:])


def main(rows: int) -> None:
    """In a process and a database of its own."""
    with filled(SETTINGS):
        fill(rows)
        rare()
    print(json.dumps({text: times(text) for text in (RARE, COMMON)}))


def rare() -> None:
    from lawgov.casework import outbox
    from lawgov.casework.models import Case
    from lawgov.people.models import User

    user = User.objects.get(username="client0")
    for _ in range(FOUND):
        Case.open_new("dispute", by=user, unit=f"{streets()[0]}001", **body(title="楼道堆物"))
    outbox.drain()


def measured(rows: int) -> dict[str, Any]:
    with database(f"bench_{os.getpid()}_search") as url:
        code = f"from benchmarks.search import main; main({rows})"
        env = os.environ | {"DATABASE_URL": url}
        told = subprocess.run(
            [sys.executable, "-c", code], env=env, check=True, stdout=subprocess.PIPE
        )
        found: dict[str, Any] = json.loads(told.stdout)
        return found


def compare() -> None:
    servers.borrow()
    few, many = (measured(rows) for rows in SIZES)
    for text, label in ((RARE, "少见的词"), (COMMON, "件件都有的词")):
        print(
            f"检索{label}：{SIZES[1]:,} 件比 {SIZES[0]:,} 件 {many[text] / few[text]:.2f} 倍"
            f"（{few[text]:.1f} ms，{many[text]:.1f} ms）"
        )


if __name__ == "__main__":
    compare()
