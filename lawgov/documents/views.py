"""Handing out papers: always as a download, always written down who took what."""

from io import BytesIO
from typing import IO

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.casework.models import Case
from lawgov.casework.web.pages import CasePages
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.forms import ReasonForm
from lawgov.privacy.models import AccessLog

from . import comparing
from .making import make
from .models import Document
from .papers import PAPERS, Paper
from .printing import printed
from .values import Plain

Answer = HttpResponse | FileResponse
TAKEN = "下载打印（已脱敏）"


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def paper(request: PageRequest, pk: int, code: str, ending: str, kind: str) -> Answer:
    """The masked copy by GET; by POST, with a reason, the plain one that is signed."""
    case = Case.objects.visible_to(request.user, kind).filter(pk=pk).first()
    wanted = PAPERS[kind].get(code)
    if not case or not wanted:
        raise Http404
    if not wanted.ready(case):
        reasons = [f"案件尚未办到可以出具{wanted.label}的环节"]
        return render(request, "casework/refused.html", {"reasons": reasons}, status=409)
    if request.method == "POST" and "parties" not in case.procedure.parts:
        raise PermissionDenied(f"{wanted.label}只有脱敏版")
    if request.method == "POST":
        return plain(request, case, wanted, ending)
    document = make(case, wanted)
    take_down(request, document, case, ending)
    return handed(default_storage.open(getattr(document, ending)), case, wanted, ending)


def plain(request: PageRequest, case: Case, wanted: Paper, ending: str) -> Answer:
    form = ReasonForm(request.POST)
    context = {"case": case, "paper": wanted, "form": form}
    if form.is_valid():
        try:
            content = wanted.content(case, Plain(request.user, form.cleaned_data["reason"]))
        except ValidationError as error:
            form.add_error("reason", error.messages)
        else:
            return handed(BytesIO(printed(content, wanted.layout, ending)), case, wanted, ending)
    return render(request, "documents/reason.html", context, status=400)


@require_GET
@login_required
@never_cache
def version(request: PageRequest, pk: int, version: int, ending: str, kind: str) -> Answer:
    """A version as it was kept."""
    case = Case.objects.visible_to(request.user, kind).filter(pk=pk).first()
    row = Document.objects.filter(case=case, pk=version).first() if case else None
    if not case or not row or not getattr(row, ending):
        raise Http404
    take_down(request, row, case, ending)
    file = default_storage.open(getattr(row, ending))
    return handed(file, case, PAPERS[kind][row.paper], ending, f"第{row.version}版")


@require_GET
@login_required
@never_cache
def compare(
    request: PageRequest, pk: int, before: int, after: int, pages: CasePages
) -> HttpResponse:
    """What changed from one version of a paper to another."""
    case = Case.objects.visible_to(request.user, pages.kind).filter(pk=pk).first()
    rows = {row.pk: row for row in Document.objects.filter(case=case)} if case else {}
    if not case or not {before, after} <= rows.keys() or rows[before].paper != rows[after].paper:
        raise Http404
    older, newer = (text(rows[pk]) for pk in (before, after))
    context = {"pages": pages, "case": case, "before": rows[before], "after": rows[after]}
    context["lines"] = comparing.compared(older, newer)
    return render(request, "documents/compare.html", context)


def text(row: Document) -> list[str]:
    with default_storage.open(row.docx) as file:
        return comparing.lines(file)


def take_down(request: PageRequest, row: Document, case: Case, ending: str) -> None:
    AccessLog.objects.note(request.user, row, ending, TAKEN, subject=str(case)[:100])


def handed(
    file: IO[bytes], case: Case, wanted: Paper, ending: str, edition: str = ""
) -> FileResponse:
    name = f"{case.number}{wanted.label}{edition}.{ending}"
    response = FileResponse(file, as_attachment=True, filename=name)
    response.headers["Content-Security-Policy"] = "sandbox"
    return response
