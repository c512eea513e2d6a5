"""What must always hold of drafts and decisions: the events of their case vouch for each."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from django.db.models import Model

from lawgov.casework.models import Event

from . import standing
from .models import Decision, Draft
from .wording import text_hash

Rows = dict[int, list[tuple[object, ...]]]
COLUMNS = ("on", "fine", "kinds", "text_hash")


def vouched() -> Iterator[str]:
    yield from texts()
    yield from differing("拟作决定", Draft, "draft")
    yield from differing("处罚决定", Decision, "decide", "exempt", "decide_on_spot")


def texts() -> Iterator[str]:
    """The words of a draft are still those that its hash was taken of."""
    for row in Draft.objects.order_by("pk").iterator(chunk_size=500):
        words = (getattr(row, name) for name in standing.TEXT)
        if row.text_hash != text_hash(row.outcome, row.kinds, row.fine, row.confiscated, *words):
            yield f"案件 {row.case_id} 的{row}文本与摘要不符"


def differing(label: str, model: type[Model], *steps: str) -> Iterator[str]:
    """Every row beside its event, in the order in which they came."""
    rows, told = written(model), logged(steps)
    for case in sorted(rows.keys() | told.keys()):
        pairs = zip_longest(rows.get(case, ()), told.get(case, ()))
        if any(row is None or event is None or not fits(row, event) for row, event in pairs):
            yield f"案件 {case} 的{label}与办理记录不符"


def fits(row: Any, event: Any) -> bool:
    """A step says of its row what it was told: the decision on a draft, no more than its hash."""
    return all(said is None or said == kept for kept, said in zip(row, event, strict=True))


def written(model: Any) -> Rows:
    found: Rows = {}
    for case, *row in model.objects.order_by("case_id", "pk").values_list("case_id", *COLUMNS):
        found.setdefault(case, []).append(tuple(row))
    return found


def logged(steps: tuple[str, ...]) -> Rows:
    found: Rows = {}
    events = Event.objects.filter(kind="penalty", step__in=steps).order_by("case_id", "seq")
    for event in events.iterator(chunk_size=5000):
        said = event.facts
        found.setdefault(event.case_id, []).append(
            (event.on, said.get("fine"), said.get("kinds"), said.get("text_hash"))
        )
    return found
