"""分类标签: the tree of a unit on a day, its own or the nearest one above."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.utils.timezone import localdate

from .lines import nearest_whole
from .models import PatrolTag

__all__ = ["PatrolTag", "adopt", "choices", "find", "held", "leaves", "read_once"]

remembered: ContextVar[dict[str, list[PatrolTag]] | None] = ContextVar("tags", default=None)


@contextmanager
def read_once() -> Iterator[None]:
    """While thousands of finds are logged together each unit's trees are read a single time."""
    token = remembered.set({})
    try:
        yield
    finally:
        remembered.reset(token)


def held(unit: str, on: date | None = None) -> list[PatrolTag]:
    known = remembered.get()
    if known is None:
        return nearest_whole(PatrolTag, unit, on)
    if unit not in known:
        known[unit] = list(PatrolTag.objects.over(unit))
    day = on or localdate()
    rows = [r for r in known[unit] if r.since <= day and (r.until is None or day < r.until)]
    return [row for row in rows if row.unit == rows[0].unit]


def leaves(unit: str, on: date | None = None) -> list[PatrolTag]:
    """What a finding may be tagged with: tags that no other stands under."""
    tags = held(unit, on)
    above = {tag.parent for tag in tags}
    return [tag for tag in tags if tag.code not in above]


def choices(unit: str, on: date | None = None) -> list[tuple[str, str]]:
    """The leaves, each with the path that leads to it."""
    called = {tag.code: tag for tag in held(unit, on)}

    def path(tag: PatrolTag) -> str:
        above = called.get(tag.parent)
        return f"{path(above)}－{tag.name}" if above else tag.name

    return [(tag.code, path(tag)) for tag in leaves(unit, on)]


def find(unit: str, code: str, on: date | None = None) -> PatrolTag | None:
    return next((tag for tag in held(unit, on) if tag.code == code), None)


def adopt(unit: str, since: date) -> list[PatrolTag]:
    """The tree that holds in the unit from above becomes its own, to be changed from then on."""
    return PatrolTag.objects.bulk_create(
        PatrolTag(unit=unit, code=tag.code, name=tag.name, parent=tag.parent, since=since)
        for tag in held(unit, since)
        if tag.unit != unit
    )
