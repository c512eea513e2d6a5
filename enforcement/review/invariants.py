"""What must always hold of opinions: each is the one that an event of its review vouches for."""

from collections.abc import Iterator
from itertools import zip_longest

from lawgov.casework.models import Event

from .choices import AGREE
from .models import Opinion, Review
from .procedure import OPINIONS

Rows = dict[int, list[tuple[object, ...]]]


def vouched() -> Iterator[str]:
    """One written past the steps opens the gate of a decision; here it is named."""
    rows, told = written(), logged()
    for case in sorted(rows.keys() | told.keys()):
        pairs = zip_longest(rows.get(case, ()), told.get(case, ()))
        for place, (row, event) in enumerate(pairs, 1):
            if row != event:
                lacks = "没有办理记录" if event is None else "与办理记录不符"
                yield f"案件 {case} 的第{place}份法制审核意见{lacks}"


def written() -> Rows:
    found: Rows = {}
    names = ("subject_id", "type", "passes", "text_hash", "reviewer_id", "on")
    for case, *row in Opinion.objects.order_by("pk").values_list("case_id", *names):
        found.setdefault(case, []).append(tuple(row))
    return found


def logged() -> Rows:
    """The same of the events, whose hashes the chain proves."""
    subjects = dict(Review.objects.values_list("case_id", "subject_id"))
    submitted = Event.objects.filter(kind="review", step="submit").values_list(
        "case_id", "facts__subject"
    )
    # A bulk load knew no id of the case that it named.
    subjects |= {case: subject for case, subject in submitted if subject}
    found: Rows = {}
    events = Event.objects.filter(kind="review", step__in=OPINIONS).order_by("case_id", "seq")
    for event in events.iterator(chunk_size=5000):
        verdict = event.facts.get("verdict", AGREE)
        found.setdefault(event.case_id, []).append((
            subjects.get(event.case_id), verdict, verdict == AGREE,
            event.facts.get("text_hash"), event.by_id, event.on,
        ))  # fmt: skip
    return found
