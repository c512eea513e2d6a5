"""What reports print beside what the records say."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.conf import settings

from .hedges import Reading, read
from .indicators import REGISTRY, Indicator, Value
from .periods import Period
from .small import told

FOLDER: Path = settings.BASE / "fixtures" / "published"


class Verdict(StrEnum):
    MATCHES = "matches"
    CONTRADICTS = "contradicts"
    UNCHECKABLE = "uncheckable"

    @property
    def label(self) -> str:
        return VERDICTS[self][0]

    @property
    def light(self) -> str:
        return VERDICTS[self][1]


VERDICTS = {
    Verdict.MATCHES: ("一致", "green"),
    Verdict.CONTRADICTS: ("不一致", "red"),
    Verdict.UNCHECKABLE: ("无法核对", "grey"),
}


@dataclass(frozen=True)
class Claim:
    """A figure that a report prints, and our own."""

    code: str
    written: str
    measure: str
    reading: Reading
    ours: Value

    @property
    def indicator(self) -> Indicator | None:
        """None where nothing of ours counts this yet."""
        return REGISTRY.get(self.code)

    @property
    def name(self) -> str:
        return self.indicator.name if self.indicator else catalogue().get(self.code, self.code)

    @property
    def verdict(self) -> Verdict:
        return judge(self.ours, self.reading)


def tally(claims: list[Claim]) -> list[tuple[Verdict, int]]:
    """How many claims came out each way."""
    return [(verdict, sum(c.verdict == verdict for c in claims)) for verdict in Verdict]


def judge(ours: Value, reading: Reading) -> Verdict:
    if ours is None:
        return Verdict.UNCHECKABLE
    return Verdict.MATCHES if reading.covers(Decimal(ours)) else Verdict.CONTRADICTS


@cache
def catalogue() -> dict[str, str]:
    """The names of all figures that reports are known to print, by code."""
    with (settings.BASE / "fixtures" / "indicators.csv").open(encoding="utf-8") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def published() -> Iterator[tuple[str, int]]:
    """Unit and year of each report that we know."""
    for path in sorted(FOLDER.glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        yield report["unit"], report["year"]


def compare(unit: str, period: Period) -> list[Claim] | None:
    """The claims of a unit's report in the order of its text; None where we know no report.

    Raises UnreadableError.
    """
    path = FOLDER / f"{unit}-{period.year}.json"
    if not path.exists():
        return None
    printed = json.loads(path.read_text(encoding="utf-8"))["figures"]
    asked = [REGISTRY[p["indicator"]] for p in printed if p["indicator"] in REGISTRY]
    ours = {f.indicator.code: f.value for f in told(unit, period, list(dict.fromkeys(asked)))}
    return [
        Claim(
            p["indicator"], p["number"], p["measure"], read(p["number"]), ours.get(p["indicator"])
        )
        for p in printed
    ]
