"""The pages of one entry of a register: what it states, and its voiding."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.people.signed_in import PageRequest

from ..facts import Text
from ..models import Case, Entry
from ..refusals import Refusal
from . import asking
from .files import of_entry
from .forms import FactsForm
from .pages import RegisterPages, address

REASON = {"reason": Text("作废原因")}


def find(request: PageRequest, pages: RegisterPages, pk: int) -> Entry:
    found = pages.newest(request.user).select_related("by", "voided_by").filter(pk=pk)
    entry: Entry | None = found.first()
    if not entry:
        raise Http404
    return entry


@require_GET
@login_required
def entry(request: PageRequest, pk: int, pages: RegisterPages) -> HttpResponse:
    found = find(request, pages, pk)
    came = Case.objects.visible_to(request.user).filter(links__entry=found)
    context = {
        "pages": pages,
        "line": pages.rows([found])[0],
        "cases": [(case, address(case)) for case in came],
        "may_void": not found.void and may_void(request, pages, found),
        **(of_entry(found, request.user) if found.proofs else {}),
        "leads": pages.onward(found) if pages.opened_by(request.user) and not came else "",
    }
    return render(request, "casework/entry.html", context)


def may_void(request: PageRequest, pages: RegisterPages, found: Entry) -> bool:
    return request.user.seat_for(pages.writers, found.unit) is not None


@require_http_methods(["GET", "POST"])
@login_required
def void(request: PageRequest, pk: int, pages: RegisterPages) -> HttpResponse:
    found = find(request, pages, pk)
    if not may_void(request, pages, found):
        raise PermissionDenied("只有登记单位的人员可以作废")
    form = FactsForm(REASON, request.POST or None)
    context = {"pages": pages, "entry": found, "form": form}
    if request.method == "GET":
        return asking.answer(request, "casework/void.html", context, None)
    try:
        found.annul(by=request.user, reason=request.POST.get("reason", ""))
    except Refusal as refusal:
        return asking.answer(request, "casework/void.html", context, refusal)
    messages.success(request, "已作废，该记录保留可查，不再计数")
    return redirect(pages.one, found.pk)
