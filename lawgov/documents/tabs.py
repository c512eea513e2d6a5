"""The tab of a case's page from which its papers are taken."""

from typing import Any

from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.web.pages import Tab
from lawgov.people.models import User
from lawgov.privacy.forms import ReasonForm

from .making import ENDINGS
from .papers import PAPERS


def papers(case: Case, user: User) -> dict[str, Any]:
    """What can be printed now, and whether this user may have it with the numbers in full."""
    rows = [
        (paper.label, [(ending, address(case, paper.code, ending)) for ending in ENDINGS])
        for paper in PAPERS[case.kind].values()
        if paper.ready(case)
    ]
    parties = case.part("parties") if "parties" in case.procedure.parts else []
    may = all(party.may_reveal(user, "id_number") for party in parties)
    return {"papers": rows, "reason": ReasonForm() if parties and may else None}


def address(case: Case, code: str, ending: str) -> str:
    return reverse(f"{case.kind}-paper-{ending}", args=[case.pk, code])


TAB = Tab("papers", "文书", "documents/_papers.html", papers)
