"""What a campaign and a year's plan brought about: inspected and filed by mode, done by theme."""

from collections import defaultdict
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.web.pages import CASES
from lawgov.casework.web.rows import case_rows
from lawgov.people.models import User
from lawgov.privacy.masks import mask_text

from .choices import THEME, Mode
from .filing import filed_from
from .models import Inspection


class Total(NamedTuple):
    """What was done in one way: rounds, objects inspected, problems, penalty cases filed."""

    label: str
    rounds: int
    inspected: int
    problems: int
    filed: int


def totals(action: Case) -> list[Total]:
    """By mode, and all together; rounds that were called off are left out."""
    rows = Inspection.objects.filter(campaign=action, checked_on__isnull=False)
    found = list(rows.values_list("pk", "mode", "count", "problems"))
    filed = filed_from([pk for pk, *_ in found])
    by_mode: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for pk, mode, count, problems in found:
        by_mode[mode].append((count, problems, filed.get(pk, 0)))
    lines = [summed(str(Mode(mode).label), rows) for mode, rows in sorted(by_mode.items())]
    return [*lines, summed("合计", [row for rows in by_mode.values() for row in rows])]


def summed(label: str, rows: list[tuple[int, int, int]]) -> Total:
    inspected, problems, filed = (sum(row[n] for row in rows) for n in range(3))
    return Total(label, len(rows), inspected, problems, filed)


def link(name: str, **start: Any) -> str:
    return f"{reverse(name)}?{urlencode(start)}"


def campaign(case: Case, user: User) -> dict[str, Any]:
    """Its partners and posts, its totals by mode, its hazards as far as the reader sees them."""
    hazards = Case.objects.visible_to(user, "hazard").filter(hazard__campaign=case)
    start = {"campaign": case.pk, "unit": case.unit}
    runs = case.state == "running"
    return {
        "totals": totals(case),
        "partners": case.part("partners"),
        "checkpoints": case.part("checkpoints"),
        "plan_text": mask_text(case.detail.plan),
        "summary": mask_text(case.detail.summary),
        "hazards": case_rows(hazards.order_by("due_on", "pk"), ()),
        "inspections": link("inspections", campaign=case.pk),
        "new_inspection": runs and opens(user, "inspection") and link("inspection-new", **start),
        "new_hazard": runs and opens(user, "hazard") and link("hazard-new", **start),
    }


def opens(user: User, kind: str) -> bool:
    return CASES[kind].opened_by(user)


class Progress(NamedTuple):
    """An item of a plan, or all of a theme: what was planned and what was done."""

    label: str
    planned: int
    done: int
    items: list[Any]

    @property
    def percent(self) -> str:
        return f"{100 * self.done / self.planned:.0f}%" if self.planned else "—"


def progress(case: Case) -> list[Progress]:
    """Done against planned, by theme in the order of the plan."""
    done = Count("inspections", filter=Q(inspections__checked_on__isnull=False))
    rows = case.plan_items.filter(void=False).annotate(done=done).order_by("pk")  # type: ignore[attr-defined]
    themes: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        themes[row.theme].append(row)
    return [
        Progress(
            THEME.get(theme, theme), sum(r.planned for r in rows), sum(r.done for r in rows), rows
        )
        for theme, rows in themes.items()
    ]


def plan(case: Case, user: User) -> dict[str, Any]:
    may = case.state == "public" and opens(user, "inspection")
    lines = progress(case)
    starts = {
        row.pk: link("inspection-new", plan_item=row.pk, theme=row.theme, unit=case.unit)
        for line in lines
        for row in line.items
        if may
    }
    return {
        "lines": [(line, [(row, starts.get(row.pk)) for row in line.items]) for line in lines],
        "planned": sum(line.planned for line in lines),
        "done": sum(line.done for line in lines),
        "note": mask_text(case.detail.note),
    }
