"""导出 of a list: a small one at once, a large one as a job; and the word of who approves it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.casework.web.listing import asked, readers_only
from lawgov.casework.web.pages import Pages
from lawgov.people.signed_in import PageRequest

from . import bulk, exports
from .models import Job
from .views import Line

CHOICES = {"agree": True, "refuse": False}


@require_http_methods(["GET", "POST"])
@login_required
def export(request: PageRequest, pages: Pages) -> HttpResponse:
    """Exactly the rows of the filter. A large export is asked for with a reason."""
    readers_only(request, pages)
    try:
        wanted = asked(request, pages)
    except BadFacts as bad:
        return render(request, "casework/unfit.html", {"errors": bad.errors}, status=400)
    if bulk.is_large(wanted.qs):
        return large(request, pages, wanted)
    found = pages.rows(wanted.qs.prefetch_related(*pages.reads)[: exports.MOST + 1])
    title = f"{pages.name}列表"
    return exports.workbook(title, request.user, wanted.words(), pages.columns_out, found)


def large(request: PageRequest, pages: Pages, wanted: Any) -> HttpResponse:
    context: dict[str, Any] = {
        "pages": pages, "words": wanted.words(), "direct": settings.EXPORT_DIRECT_ROWS,
        "approved": settings.EXPORT_APPROVED_ROWS, "most": exports.MOST,
    }  # fmt: skip
    if request.method == "GET":
        return render(request, "jobs/export.html", context)
    try:
        reason = request.POST.get("reason", "")
        job = bulk.ask(pages, request.user, request.GET.urlencode(), reason)
    except BadFacts as bad:
        context["faults"] = bad.errors["reason"]
        return render(request, "jobs/export.html", context, status=400)
    return redirect("job", job.pk)


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def decide(request: PageRequest, pk: int) -> HttpResponse:
    """What somebody else wants to take out of the house, for who may agree to it."""
    job = Job.objects.to_approve(request.user).select_related("by").filter(pk=pk).first()
    if not job:
        raise Http404
    context = {"job": job, "line": Line(job), "words": bulk.conditions(job), "most": exports.MOST}
    if request.method == "GET":
        return render(request, "jobs/decide.html", context)
    if (choice := request.POST.get("choice", "")) not in CHOICES:
        raise BadRequest("请选择是否批准")
    try:
        bulk.decide(job, request.user, CHOICES[choice], request.POST.get("reason", ""))
    except BadFacts as bad:
        return render(
            request, "jobs/decide.html", context | {"faults": bad.errors["reason"]}, status=400
        )
    except StepRefused as refused:
        return render(request, "casework/refused.html", {"reasons": refused.reasons}, status=409)
    messages.success(request, "已批准" if CHOICES[choice] else "未批准，已告知申请人")
    return redirect("jobs")
