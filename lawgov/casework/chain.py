"""The keyed hash over an event and its predecessor, and the proof that every one still holds."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings

# What an event's hash covers, in this order; `words` is covered as it is sealed. The number is
# not: the database allots it in the same statement, and verify compares it with its counter.
EVENT = """case_id seq step source target by_id post_id at on facts words
    kind unit type channel facet amount""".split()  # fmt: skip
# A case's head covers its last event's hash and the row itself, but for the due date, which the
# calendar may renew.
CASE = """id kind unit desk offered_to registry year state title channel opened_on closed_on
    returned handler_id sensitivity version""".split()
ENTRY = """id kind unit on until type facet subject n1 n2 n3 n4 proofs data
    by_id post_id""".split()


def canonical(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else str(value)


def digest(row: Any, names: list[str], head: bytes = b"") -> bytes:
    """HMAC-SHA256 under the chain key: 32 bytes over the predecessor and the named columns."""
    values = [getattr(row, name) for name in names]
    text = json.dumps(
        values, default=canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hmac.digest(bytes.fromhex(settings.CHAIN_KEY), head + text.encode(), hashlib.sha256)


def faults(cases: Any, events: Any, entries: Any) -> Iterator[str]:
    """Every row that does not hold, in words; the first one named is the first bad row."""
    yield from broken_chains(cases, events)
    for entry in entries.order_by("pk").iterator(chunk_size=5000):
        if bytes(entry.hash) != digest(entry, ENTRY):
            yield f"记录 {entry.pk}（{entry.kind} {entry.on}）的内容与链值不符"


def broken_chains(cases: Any, events: Any) -> Iterator[str]:
    """Walk both tables in step: each case's chain must be whole and end in the case's head."""
    rows = events.order_by("case_id", "seq").iterator(chunk_size=5000)
    event = next(rows, None)
    for case in cases.order_by("pk").iterator(chunk_size=5000):
        while event is not None and event.case_id < case.pk:
            yield f"办理记录 {event.pk} 所属的案件 {event.case_id} 不在"
            event = next(rows, None)
        head, seq, good = b"", 0, True
        while event is not None and event.case_id == case.pk:
            seq += 1
            if good and (event.seq != seq or bytes(event.hash) != digest(event, EVENT, head)):
                yield f"案件 {case.pk}（{case.number}）第{seq}条办理记录与链值不符"
                good = False
            head, event = bytes(event.hash), next(rows, None)
        if good and (seq != case.version or bytes(case.head) != digest(case, CASE, head)):
            yield f"案件 {case.pk}（{case.number}）的内容、链头或版本与办理记录不符"
    if event is not None:
        yield f"办理记录 {event.pk} 所属的案件 {event.case_id} 不在"
