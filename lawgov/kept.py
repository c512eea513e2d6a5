"""What a process remembers of the database for a while, so that asking again costs nothing."""

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from django.db import transaction

T = TypeVar("T")


class Kept(Generic[T]):
    """Read when first asked for, and again after some seconds: so long another process may not
    yet know of a change; this one knows once it is committed, if who changes it says so."""

    def __init__(self, read: Callable[[], T], seconds: float) -> None:
        self.read, self.seconds = read, seconds
        self.known: tuple[T, float] | None = None

    def __call__(self) -> T:
        known = self.known  # another thread may forget it meanwhile
        if known is None or monotonic() - known[1] > self.seconds:
            known = self.known = (self.read(), monotonic())
        return known[0]

    def forget(self) -> None:
        self.known = None

    def changed(self, **_: object) -> None:
        """To be told, also as a signal's receiver, inside the transaction that changes it."""
        transaction.on_commit(self.forget)
