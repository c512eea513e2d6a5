"""分类标签: the tree of a unit on a day, its own or the nearest one above."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.utils.timezone import localdate

from lawgov.units.periods import stands

from .lines import by_code, nearest_whole
from .models import PatrolTag

__all__ = ["PatrolTag", "adopt", "choices", "everywhere", "find", "held", "leaves", "read_once"]

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
    rows = [row for row in known[unit] if stands(row, day)]
    return [row for row in rows if row.unit == rows[0].unit]


def leaves(unit: str, on: date | None = None) -> list[PatrolTag]:
    """What a finding may be tagged with: tags that no other stands under."""
    tags = held(unit, on)
    above = {tag.parent for tag in tags}
    return [tag for tag in tags if tag.code not in above]


def choices(unit: str, on: date | None = None) -> list[tuple[str, str]]:
    """The leaves, each with the path that leads to it."""
    return paths({tag.code: (tag.name, tag.parent) for tag in held(unit, on)})


def everywhere() -> list[tuple[str, str]]:
    """Where the unit is not yet known: what is in use today anywhere, each code once."""
    rows = PatrolTag.objects.in_force().order_by("code", "name")
    named = rows.values_list("code", "name", "parent").distinct()
    return paths({code: (name, parent) for code, name, parent in named})


def paths(known: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    above = {parent for _, parent in known.values()}

    def path(code: str) -> str:
        name, parent = known[code]
        return f"{path(parent)}－{name}" if parent in known else name

    return [(code, path(code)) for code in known if code not in above]


def find(unit: str, code: str, on: date | None = None) -> PatrolTag | None:
    found: PatrolTag | None = by_code(held(unit, on), code)
    return found


def adopt(unit: str, since: date) -> list[PatrolTag]:
    """The tree that holds in the unit from above becomes its own, to be changed from then on."""
    return PatrolTag.objects.bulk_create(
        PatrolTag(unit=unit, code=tag.code, name=tag.name, parent=tag.parent, since=since)
        for tag in held(unit, since)
        if tag.unit != unit
    )
