"""Logging a new case or entry: the form of what is asked, and what becomes of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from lawgov.people.signed_in import PageRequest

from ..refusals import Refusal
from . import asking
from .forms import FactsForm, add_unit, begin
from .pages import Pages


@require_http_methods(["GET", "POST"])
@login_required
def new(request: PageRequest, pages: Pages) -> HttpResponse:
    if not pages.opened_by(request.user):
        raise PermissionDenied(f"{pages.name}须由{asking.called(pages.writers)}登记")
    if request.method == "POST":
        return logged(request, pages)
    start = begin(pages.asks, request.GET.dict(), localdate())
    start |= {**pages.start, "unit": request.GET.get("unit") or pages.home(request.user)}
    form = FactsForm(pages.asks, initial=start, hidden=pages.hidden)
    return form_page(request, pages, form)


def logged(request: PageRequest, pages: Pages) -> HttpResponse:
    form = FactsForm(pages.asks, request.POST, request.FILES, hidden=pages.hidden)
    unit, key = request.POST.get("unit", ""), asking.key(request)
    try:
        row = pages.log(by=request.user, unit=unit, key=key, given=form.given)
    except Refusal as refusal:
        return form_page(request, pages, form, refusal)
    number = getattr(row, "number", "")
    messages.success(request, f"已{pages.verb}，编号 {number}" if number else f"已{pages.starts}")
    asking.remark(request, pages, row)
    return redirect(pages.next(row))


def form_page(
    request: PageRequest, pages: Pages, form: FactsForm, refusal: Refusal | None = None
) -> HttpResponse:
    add_unit(form, request.user, pages.writers)
    return asking.answer(request, pages.form, {"pages": pages, "form": form}, refusal)
