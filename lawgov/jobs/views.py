"""The pages of jobs: mine, those that wait for my word, one with its progress, and its files."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lawgov.casework.refusals import Refusal
from lawgov.people.models import BUSINESS
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.models import AccessLog

from . import bulk, imports, vault
from .models import Job, Kind
from .subjects import pages_of

SHOWN = 50


@require_GET
@login_required
def jobs(request: PageRequest) -> HttpResponse:
    if not request.user.roles & BUSINESS:
        raise PermissionDenied("您的岗位不办理业务数据")
    mine = Job.objects.visible_to(request.user).order_by("-pk")[:SHOWN]
    asked = Job.objects.to_approve(request.user).select_related("by").order_by("pk")[:SHOWN]
    context = {"jobs": [Line(job) for job in mine], "approvals": [Line(job) for job in asked]}
    return render(request, "jobs/list.html", context)


class Line:
    """A job as it is shown: what it is about by name."""

    def __init__(self, job: Job) -> None:
        self.job, self.pages = job, pages_of(job.about)
        name = self.pages.name if self.pages else job.about
        self.title = f"{job.get_kind_display()}{name}"


def mine(request: PageRequest, pk: int) -> Job:
    job = Job.objects.visible_to(request.user).filter(pk=pk).first()
    if not job:
        raise Http404
    return job


@require_GET
@login_required
@never_cache
def job(request: PageRequest, pk: int) -> HttpResponse:
    return job_page(request, mine(request, pk))


def job_page(request: PageRequest, found: Job, refusal: Refusal | None = None) -> HttpResponse:
    context: dict[str, Any] = {"job": found, "line": Line(found)}
    if found.kind == Kind.EXPORT:
        context["words"] = bulk.conditions(found)
    if found.findings:
        context |= json.loads(vault.fetch(found.findings))
    if refusal:
        context["reasons"] = refusal.reasons
    return render(request, "jobs/job.html", context, status=409 if refusal else 200)


@require_GET
@login_required
@never_cache
def progress(request: PageRequest, pk: int) -> HttpResponse:
    """How far it is, for the page to ask again and again; at the end the page is fetched anew."""
    found = mine(request, pk)
    response = render(request, "jobs/_progress.html", {"job": found})
    if not found.is_under_way:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
@login_required
def choose(request: PageRequest, pk: int) -> HttpResponse:
    """The word of who sent the file: all, without the bad rows, or not at all."""
    found, choice = mine(request, pk), request.POST.get("choice", "")
    try:
        if choice in (imports.ALL, imports.SKIP):
            imports.confirm(found, choice)
        elif choice == "drop":
            imports.drop(found)
        else:
            raise BadRequest("请选择导入方式")
    except Refusal as refusal:
        return job_page(request, mine(request, pk), refusal)
    if choice == "drop":
        messages.success(request, "已放弃，没有导入任何数据")
    return redirect("job", pk)


@require_GET
@login_required
@never_cache
def errors(request: PageRequest, pk: int) -> HttpResponse | FileResponse:
    """The bad rows in the template's own layout."""
    found = mine(request, pk)
    return handed(request, found, found.errors, f"{Line(found).title}错误行.xlsx")


@require_GET
@login_required
@never_cache
def result(request: PageRequest, pk: int) -> HttpResponse | FileResponse:
    found = mine(request, pk)
    return handed(request, found, found.result, f"{Line(found).title}{found.pk}.zip")


def handed(request: PageRequest, found: Job, stored: str, name: str) -> HttpResponse | FileResponse:
    """A file of the job as a download, written down."""
    if not stored:
        reasons = ["该任务没有这个文件，或文件已超过24小时、已经删除"]
        return render(request, "casework/refused.html", {"reasons": reasons}, status=409)
    data = vault.fetch(stored)
    ending = name.rpartition(".")[2]
    AccessLog.objects.note(request.user, found, ending, f"下载{name}", subject=str(found))
    return vault.download(data, name)
