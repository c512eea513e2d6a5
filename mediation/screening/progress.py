"""How far a plan has been walked: the rounds of each of its grids, in its time and its manner."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q

from lawgov.casework.models import Entry
from lawgov.people.models import User
from lawgov.units.models import full_names

from ..choices import Found

NONE = {"done": 0, "found": 0, "last": None}


class Line(NamedTuple):
    grid: str
    name: str
    walkers: str
    done: int
    found: int
    last: date | None
    left: int


def grids_of(case: Any) -> list[str]:
    return list(dict.fromkeys(row.grid for row in case.part("walks")))


def counted(case: Any) -> dict[str, dict[str, Any]]:
    """By grid: rounds, rounds with a find, and the last day."""
    plan = case.detail
    rows = Entry.objects.valid().filter(
        kind="screening", unit__in=grids_of(case), on__range=(plan.since, plan.until)
    )
    rows = rows.filter(type=plan.type) if plan.type else rows
    found = Count("pk", filter=Q(facet=Found.DISPUTE))
    values = rows.order_by().values("unit").annotate(done=Count("pk"), found=found, last=Max("on"))
    return {row["unit"]: dict(row) for row in values}


def lacking(case: Any) -> dict[str, int]:
    """The grids that still lack rounds, and how many."""
    done, wanted = counted(case), case.detail.rounds
    left = {grid: wanted - done.get(grid, NONE)["done"] for grid in grids_of(case)}
    return {grid: n for grid, n in left.items() if n > 0}


def lines(case: Any) -> list[Line]:
    done, wanted = counted(case), case.detail.rounds
    called, walkers = full_names(set(grids_of(case))), walkers_of(case)
    made = []
    for grid in grids_of(case):
        row = done.get(grid, NONE)
        left = max(wanted - row["done"], 0)
        name, people = called.get(grid, grid), "、".join(walkers[grid]) or "未配备网格员"
        made.append(Line(grid, name, people, row["done"], row["found"], row["last"], left))
    return made


def walkers_of(case: Any) -> dict[str, list[str]]:
    rows = case.part("walks")
    named = User.objects.in_bulk({row.user_id for row in rows if row.user_id})
    by_grid: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.user_id:
            by_grid[row.grid].append(named[row.user_id].name)
    return by_grid
