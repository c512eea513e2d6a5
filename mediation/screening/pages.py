"""What the pages show of rounds of screening and of their plans."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lawgov.casework.models import Case, Entry
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import (
    CasePages,
    Onward,
    RegisterPages,
    Tab,
    add_cases,
    add_register,
)
from lawgov.people.models import User

from ..choices import Found
from . import progress
from .filters import PlanFilter, ScreeningFilter


def found_dispute(entry: Entry) -> str:
    """A round that found a dispute goes on to its registration."""
    if entry.facet != Found.DISPUTE:
        return ""
    start = {"entry": entry.pk, "channel": "screening", "unit": entry.unit}
    return f"{reverse('dispute-new')}?{urlencode(start)}"


def reaches(user: User, grid: str) -> bool:
    return any(low <= grid < high for low, high in user.spans(SCREENINGS.writers))


def walked(case: Case, user: User) -> dict[str, Any]:
    found = progress.lines(case)
    lacking = [line for line in found if line.left]
    return {
        "lines": found,
        "lacking": lacking,
        "done": len(found) - len(lacking),
        "mine": [line.grid for line in found if reaches(user, line.grid)],
    }


SCREENINGS = add_register(
    RegisterPages(
        kind="screening",
        one="screening",
        many="screenings",
        label="排查",
        filters=ScreeningFilter,
        form="screening/new.html",
        start={"type": "visit"},
        leads=found_dispute,
        offline=True,
        leads_on=Onward("found", Found.DISPUTE, "dispute-new", (("channel", "screening"),)),
        beside=("screening/_coverage_link.html",),
    )
)
PLANS = add_cases(
    CasePages(
        kind="round_plan",
        one="round-plan",
        many="round-plans",
        starts_as="部署排查",
        filters=PlanFilter,
        own_unit=True,
        columns=("type", "since", "until", "rounds"),
        exported=("type", "since", "until", "rounds", "missing"),
        tabs=(
            Tab("progress", "走访情况", "screening/_progress.html", walked),
            tabs.FACTS,
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
