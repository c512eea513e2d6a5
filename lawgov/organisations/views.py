"""The register of organisations as pages: the list, and one body with its roster."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form, Select
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lawgov.casework.paging import page
from lawgov.casework.refusals import BadFacts
from lawgov.casework.web.forms import unit_choices
from lawgov.casework.web.listing import faults, with_chosen
from lawgov.people.desk import attempt
from lawgov.people.signed_in import PageRequest
from lawgov.units.models import full_names

from . import rosters
from .filters import OrganisationFilter
from .forms import JoinForm, LeaveForm
from .models import Organisation, OrganisationQuerySet


@require_GET
@login_required
def organisations(request: PageRequest) -> HttpResponse:
    seen = Organisation.objects.visible_to(request.user).order_by("-since", "-pk")
    context: dict[str, Any] = {"form": bar(request, seen)}
    try:
        asked = OrganisationFilter.of(request.GET, seen, request, also=("after",))
        found = page(asked.qs, request.GET.get("after", ""), "since")
        context |= {"rows": named(found.rows), "next": found.next}
    except BadFacts as bad:
        context["faults"] = faults(context["form"], bad.errors)
    status = 400 if "faults" in context else 200
    return render(request, "organisations/organisations.html", context, status=status)


def bar(request: PageRequest, seen: OrganisationQuerySet) -> Form:
    """The filter's own form, the units offered by name."""
    form = OrganisationFilter(request.GET or None, seen, request=request).form
    choices = unit_choices(request.user.spans(request.user.roles))
    form.fields["unit"].widget = Select(choices=with_chosen(choices, request.GET.get("unit")))
    return form


def named(bodies: list[Organisation]) -> list[tuple[Organisation, str]]:
    called = full_names({body.unit for body in bodies})
    return [(body, called.get(body.unit, body.unit)) for body in bodies]


def find(request: PageRequest, pk: int) -> Organisation:
    seen = Organisation.objects.visible_to(request.user).select_related("above")
    return get_object_or_404(seen, pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def organisation(request: PageRequest, pk: int) -> HttpResponse:
    """A body, its roster of today and of before; posting adds a member."""
    body = find(request, pk)
    form = JoinForm(request.POST or None, body=body, initial={"since": localdate()})
    if request.method == "POST":
        rosters.keepers_only(body, request.user)
    if form.is_valid() and attempt(
        form, lambda: rosters.join(body, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, "已登记成员")
        return redirect("organisation", pk)
    status = 400 if form.errors else 200
    context = shown(request, body, form)
    return render(request, "organisations/organisation.html", context, status=status)


def shown(request: PageRequest, body: Organisation, form: JoinForm) -> dict[str, Any]:
    members = list(body.members.order_by("capacity", "since", "pk"))
    today = localdate()
    return {
        "body": body,
        "place": named([body])[0][1],
        "below": body.below.order_by("name"),
        "sitting": [m for m in members if m.until is None or m.until > today],
        "left": [m for m in members if m.until and m.until <= today],
        "form": form if body.kept_by(request.user) else None,
        "leaving": body.kept_by(request.user),
        "today": today,
    }


@require_POST
@login_required
def leave(request: PageRequest, pk: int, member: int) -> HttpResponse:
    held = find(request, pk).members.filter(pk=member).first()
    if not held:
        raise Http404
    form = LeaveForm(request.POST)
    if form.is_valid() and attempt(
        form, lambda: rosters.leave(held, by=request.user, on=form.cleaned_data["on"])
    ):
        messages.success(request, f"{held.name}已离任")
    else:
        refusals = [str(words) for errors in form.errors.values() for words in errors]
        messages.error(request, "；".join(refusals))
    return redirect("organisation", pk)
