"""The start of an import: the rules, the template, and the file that comes back filled in."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.casework.refusals import BadFacts
from lawgov.casework.web.asking import called
from lawgov.casework.web.pages import Pages
from lawgov.people.signed_in import PageRequest

from . import vault, working
from .columns import Layout
from .models import Job, Kind
from .reading import MOST_COLUMNS, MOST_ROWS
from .subjects import Subject, subject
from .template import template

ENDINGS = (".xlsx", ".csv")


def asked_for(request: PageRequest, pages: Pages) -> Subject:
    found = subject(pages.kind)
    if not found or not found.open_to(request.user):
        raise PermissionDenied(f"{pages.name}须由{called(found.roles if found else ())}登记")
    return found


@require_http_methods(["GET", "POST"])
@login_required
def start(request: PageRequest, pages: Pages) -> HttpResponse:
    wanted = asked_for(request, pages)
    if request.method == "GET":
        return start_page(request, pages)
    try:
        file = fit(request.FILES.get("file"))
    except BadFacts as bad:
        return start_page(request, pages, bad.errors["file"])
    job = working.submit(queued(request, wanted, file.read()))
    return redirect("job", job.pk)


def queued(request: PageRequest, wanted: Subject, data: bytes) -> Job:
    return Job(
        kind=Kind.IMPORT,
        about=wanted.kind,
        by=request.user,
        unit=working.unit_of(request.user, wanted.roles),
        source=vault.keep(data),
        sha256=vault.sha256(data),
    )


def fit(file: Any) -> UploadedFile:
    most = settings.IMPORT_MAX_MB
    if not isinstance(file, UploadedFile):
        raise BadFacts({"file": ["请选择要上传的文件"]})
    if not file.size or file.size > most * 1024 * 1024:
        raise BadFacts({"file": [f"文件应不为空且不超过{most}MB"]})
    if PurePath(file.name or "").suffix.lower() not in ENDINGS:
        raise BadFacts({"file": ["只收 xlsx 和 csv 文件"]})
    return file


def start_page(request: PageRequest, pages: Pages, faults: list[str] | None = None) -> HttpResponse:
    context = {
        "pages": pages, "faults": faults, "most_rows": MOST_ROWS, "most_columns": MOST_COLUMNS,
        "most_mb": settings.IMPORT_MAX_MB, "days": settings.IMPORT_BACKDATED_DAYS,
        "endings": ",".join(ENDINGS),
    }  # fmt: skip
    return render(request, "jobs/start.html", context, status=400 if faults else 200)


@require_GET
@login_required
@never_cache
def blank(request: PageRequest, pages: Pages) -> FileResponse:
    wanted = asked_for(request, pages)
    data = template(Layout(wanted), request.user)
    return vault.download(data, f"{pages.name}导入模板.xlsx")
