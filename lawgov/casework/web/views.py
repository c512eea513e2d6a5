"""The pages of one case: what it is and its steps. A kind fills them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text
from lawgov.units.models import full_names

from ..models import Case
from ..refusals import NotYours, Refusal, StepRefused
from . import asking
from .forms import FactsForm, begin, open_words
from .lights import of_case
from .pages import CasePages
from .tabs import starts


def find(request: PageRequest, pages: CasePages, pk: int) -> Case:
    case: Case | None = pages.newest(request.user).filter(pk=pk).first()
    if not case:
        raise Http404
    if pages.detail:
        case.detail = getattr(case, pages.detail)
    return case


@require_GET
@login_required
def case(request: PageRequest, pk: int, pages: CasePages) -> HttpResponse:
    found = find(request, pages, pk)
    tab = pages.tab(request.GET.get("tab", ""))
    if not tab:
        raise Http404
    context = standing(found, pages) | tab.shows(found, request.user)
    context |= {
        "tab": tab,
        "steps": asking.offers(found, request.user),
        "step_page": f"{pages.one}-step",
        "onward": starts(found, request.user) if not found.closed_on else [],
    }
    return render(request, "casework/case.html", context)


def standing(found: Case, pages: CasePages) -> dict[str, Any]:
    """What every page of a case has on top: where it is, whose turn, until when."""
    called = full_names({found.unit, found.desk, found.offered_to} - {""})
    return {
        "pages": pages,
        "case": found,
        "title": mask_text(found.title),
        "light": of_case(found),
        "clocks": asking.running(found),
        "unit": called.get(found.unit, found.unit),
        "desk": called.get(found.desk, found.desk),
        "offered_to": called.get(found.offered_to, found.offered_to),
    }


@require_http_methods(["GET", "POST"])
@login_required
def step(request: PageRequest, pk: int, name: str, pages: CasePages) -> HttpResponse:
    found = find(request, pages, pk)
    wanted = found.procedure.steps.get(name)
    if not wanted or not wanted.sources:
        raise Http404
    try:
        found.seat_of(request.user, wanted)
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    if request.method == "POST":
        return taken(request, pages, found, name)
    stands = open_words(wanted.begins(found)) if wanted.begins else {}
    start = {**stands, **begin(wanted.facts, request.GET.dict(), localdate())}
    form = FactsForm(wanted.facts, case=found, initial=start)
    try:
        found.procedure.turn(wanted, found)
    except StepRefused as refusal:
        return step_page(request, pages, found, name, form, refusal)
    return step_page(request, pages, found, name, form)


def taken(request: PageRequest, pages: CasePages, found: Case, name: str) -> HttpResponse:
    wanted = found.procedure.steps[name]
    form = FactsForm(wanted.facts, request.POST, request.FILES, case=found)
    seen, key = asking.seen(request), asking.key(request)
    try:
        found.take(name, by=request.user, seen=seen, key=key, **form.given)
    except Refusal as refusal:
        return step_page(request, pages, find(request, pages, found.pk), name, form, refusal)
    messages.success(request, f"{wanted.label}：已办理")
    asking.remark(request, pages, found)
    return redirect(pages.one, found.pk)


def step_page(
    request: PageRequest,
    pages: CasePages,
    found: Case,
    name: str,
    form: FactsForm,
    refusal: Refusal | None = None,
) -> HttpResponse:
    wanted = found.procedure.steps[name]
    context = standing(found, pages) | {"form": form, "step": wanted, "name": name}
    context |= {"checks": found.checklist(name), "is_shut": bool(refusal) and not form.is_bound}
    if wanted.effect:
        context["effect"] = [(label, mask_text(words)) for label, words in wanted.effect(found)]
    return asking.answer(request, "casework/step.html", context, refusal)
