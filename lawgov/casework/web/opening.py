"""Logging a new case or entry: the form of what is asked, and what becomes of it."""

import re
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text

from ..models import Case
from ..refusals import Refusal
from . import asking
from .forms import FactsForm, add_unit, begin, open_words
from .pages import Pages, address

WHOLE = re.compile(r"[0-9]{1,18}")


@require_http_methods(["GET", "POST"])
@login_required
def new(request: PageRequest, pages: Pages) -> HttpResponse:
    if not pages.opened_by(request.user):
        raise PermissionDenied(f"{pages.name}须由{asking.called(pages.writers)}登记")
    if request.method == "POST":
        return logged(request, pages)
    source = origin(request, pages)
    unit = source.unit if source else pages.home(request.user)
    start = {**pages.start, **(open_words(pages.carries(source)) if source else {})}
    start |= begin(pages.asks, request.GET.dict(), localdate())
    start["unit"] = request.GET.get("unit") or unit
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


def origin(request: PageRequest, pages: Pages) -> Case | None:
    """The case that a new one comes from, for whoever may see it."""
    asked = request.POST or request.GET
    named = asked.get(pages.comes_from, "") if pages.comes_from else ""
    if not WHOLE.fullmatch(named):
        return None
    return Case.objects.visible_to(request.user).filter(pk=named).first()


def form_page(
    request: PageRequest, pages: Pages, form: FactsForm, refusal: Refusal | None = None
) -> HttpResponse:
    add_unit(form, request.user, pages.writers)
    context: dict[str, Any] = {"pages": pages, "form": form}
    if source := origin(request, pages):
        context |= {
            "source": f"{source.number} {mask_text(source.title)}",
            "source_url": address(source),
        }
    return asking.answer(request, pages.form, context, refusal)
