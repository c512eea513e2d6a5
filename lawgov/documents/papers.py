"""Which papers a kind of case has, and what stands in them; each app declares its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lawgov.casework import outbox
from lawgov.casework.models import Case

from .values import Masked, Plain

Row = tuple[str, str]  # a label and its words
BLANK_DAY = "　　年　　月　　日"


def day(on: date | None) -> str:
    """As papers write it; a blank to fill in where it is not known."""
    return f"{on.year}年{on.month}月{on.day}日" if on else BLANK_DAY


@dataclass(frozen=True)
class Content:
    """What a paper says, whatever it is printed with."""

    title: str
    number: str
    rows: list[Row]
    signatures: list[Row]  # who signs, and the day if it is known
    seal: str
    on: str
    closing: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Paper:
    code: str
    label: str
    layout: str  # a file of layouts/
    after: tuple[str, ...]  # the steps that make it possible
    content: Callable[[Case, Masked | Plain], Content]
    word: str = ""  # of its number; a paper without one is not numbered, so never final

    def ready(self, case: Case) -> bool:
        return any(event.step in self.after for event in case.history)


PAPERS: dict[str, Mapping[str, Paper]] = {}


def register(kind: str, *papers: Paper) -> None:
    """Make the papers of a kind of case known; the worker makes each as soon as it can be."""
    PAPERS[kind] = {paper.code: paper for paper in papers}
    outbox.on(kind)(make_ready)


def make_ready(told: dict[str, Any]) -> None:
    from .making import make

    case = Case.objects.get(pk=told["case"])
    for paper in PAPERS[case.kind].values():
        if told["step"] in paper.after:
            make(case, paper)
