"""The text that a review and a decision are bound to, as one hash."""

import hashlib
from collections.abc import Iterable

SEPARATOR = "\x1f"


def text_hash(outcome: str, kinds: Iterable[str], fine: int, confiscated: int, *text: str) -> str:
    """The gate in the database computes the same, see migration 0002."""
    told = (outcome, ",".join(sorted(kinds)), str(fine), str(confiscated), *text)
    return hashlib.sha256(SEPARATOR.join(told).encode()).hexdigest()
