"""The tab of a case's page from which its papers are taken, with every version there was."""

from typing import Any, NamedTuple

from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.web.pages import Tab
from lawgov.people.models import User
from lawgov.privacy.forms import ReasonForm

from .making import ENDINGS
from .models import Document
from .papers import PAPERS, Paper

Links = list[tuple[str, str]]


class Shown(NamedTuple):
    """A paper as the case stands: what it demands, and how far that is."""

    label: str
    stands: str
    is_missing: bool
    links: Links


class Version(NamedTuple):
    document: Document
    number: str  # of the final, if it is one
    links: Links
    change: str  # the address of the comparison with the version before


def papers(case: Case, user: User) -> dict[str, Any]:
    """What can be printed now, and whether this user may have it with the numbers in full."""
    parties = rows_of(case, "parties")
    finals = {row.document_id: row for row in rows_of(case, "finals")}
    done = {row.paper: row.number for row in finals.values()}
    rows = [shown(case, paper, done.get(paper.code, "")) for paper in PAPERS[case.kind].values()]
    may = all(party.may_reveal(user, "id_number") for party in parties)
    steps = case.steps_for(user)
    return {
        "papers": rows,
        "missing": [row.label for row in rows if row.is_missing],
        "ready": [row for row in rows if row.links],
        "versions": versions(case, finals),
        "reason": ReasonForm() if parties and may else None,
        "paper_steps": [(n, steps[n].label) for n in ("submit_paper", "finalise") if n in steps],
    }


def rows_of(case: Case, part: str) -> list[Any]:
    """The rows of a part, where this kind of case has it."""
    return case.part(part) if part in case.procedure.parts else []


def shown(case: Case, paper: Paper, number: str) -> Shown:
    ready = paper.ready(case)
    links = [(ending, address(case, paper.code, ending)) for ending in ENDINGS] if ready else []
    stands = f"已定稿，{number}" if number else "可以出具" if ready else "本案尚未出具"
    if ready and paper.word and not number:
        stands = "应定稿，尚未定稿"
    return Shown(paper.label, stands, bool(ready and paper.word and not number), links)


def versions(case: Case, finals: dict[int, Any]) -> list[Version]:
    """Newest first, each compared with the version of the same paper before it."""
    found, before = [], dict[str, Document]()
    for row in Document.objects.filter(case=case).order_by("pk"):
        row.case = case
        links = [(e, of_version(case, row, e)) for e in ENDINGS if getattr(row, e)]
        older = before.get(row.paper)
        change = comparison(case, older, row) if older else ""
        number = finals[row.pk].number if row.pk in finals else ""
        found.append(Version(row, number, links, change))
        before[row.paper] = row
    return found[::-1]


def address(case: Case, code: str, ending: str) -> str:
    return reverse(f"{case.kind}-paper-{ending}", args=[case.pk, code])


def of_version(case: Case, row: Document, ending: str) -> str:
    return reverse(f"{case.kind}-version-{ending}", args=[case.pk, row.pk])


def comparison(case: Case, older: Document, newer: Document) -> str:
    return reverse(f"{case.kind}-versions", args=[case.pk, older.pk, newer.pk])


TAB = Tab("papers", "文书", "documents/_papers.html", papers)
