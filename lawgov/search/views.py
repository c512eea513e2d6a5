"""The page of the search: one box, every kind of case, newest first."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lawgov.casework.models import Case
from lawgov.casework.paging import known_only, size_of
from lawgov.casework.refusals import BadFacts
from lawgov.casework.web.pages import CASES, address
from lawgov.casework.web.rows import CaseRow, case_rows
from lawgov.people.models import BUSINESS
from lawgov.people.signed_in import PageRequest

from . import words
from .finding import Question, person
from .marks import Part, excerpt, parts
from .results import Found, look

ASKED = ("q", "party", "after", "size")


class Hit(NamedTuple):
    """A case that was found, as it is shown."""

    row: CaseRow
    kind: str
    url: str
    title: list[Part]
    excerpt: list[Part]


@require_http_methods(["GET", "POST"])
@login_required
def search(request: PageRequest) -> HttpResponse:
    if not request.user.roles & BUSINESS:
        raise PermissionDenied("您的岗位不办理、不查阅案件")
    try:
        return asked(request) if request.method == "POST" else answered(request)
    except BadFacts as bad:
        faults = [why for reasons in bad.errors.values() for why in reasons]
        context = {"faults": faults, "asked": request.POST.get("q", "")[:100]}
        return render(request, "search/search.html", context, status=400)


def asked(request: PageRequest) -> HttpResponse:
    """Words go on into an address; a number of a person only as its blind index."""
    text = request.POST.get("q", "").strip()
    if index := person(text):
        return redirect(f"{reverse('search')}?{urlencode({'party': index})}")
    if text:
        Question.read(text)
    return redirect(f"{reverse('search')}?{urlencode({'q': text} if text else {})}")


def answered(request: PageRequest) -> HttpResponse:
    known_only(request.GET, ASKED)
    text, index = request.GET.get("q", "").strip(), request.GET.get("party", "")
    context: dict[str, Any] = {"asked": text, "party": index}
    if text or index:
        kinds = [kind for kind, pages in CASES.items() if pages.read_by(request.user)]
        size = size_of(request.GET.get("size", ""))
        found = look(request.user, kinds, text, index, request.GET.get("after", ""), size)
        context |= {"hits": hits(found), "next": found.next, "is_asked": True}
    return render(request, "search/search.html", context)


def hits(found: Found) -> list[Hit]:
    return [hit(row, found.pieces) for row in case_rows(found.cases, ())]


def hit(row: CaseRow, pieces: Sequence[str]) -> Hit:
    case = row.case
    line, *lines = lines_of(case) or [(words.plain(row.title), "")]
    title = parts(row.title, *line, pieces)
    return Hit(row, case.procedure.label, address(case), title, excerpt(lines, pieces))


def lines_of(case: Case) -> list[tuple[str, str]]:
    """The case's lines with their initials, but for its number; a sensitive case has none."""
    row = getattr(case, "indexed", None)
    if not row:
        return []
    return list(zip(row.text.split("\n"), row.initials.split("\n"), strict=True))[1:]
