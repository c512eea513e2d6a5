"""A masked value of a party, asked for one by one; a person's other cases; the exact search."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lawgov.casework.models import Case
from lawgov.casework.web.lights import Light, of_case
from lawgov.casework.web.pages import CasePages, address
from lawgov.casework.web.views import find
from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.crypto import blind
from lawgov.privacy.forms import ReasonForm
from lawgov.privacy.masks import mask_text
from lawgov.privacy.models import AccessLog
from lawgov.privacy.unmask import reveal
from lawgov.units.models import full_names

from . import same
from .models import Party
from .tabs import MASKED


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def unmask(request: PageRequest, pk: int, party: int, field: str, pages: CasePages) -> HttpResponse:
    case = find(request, pages, pk)
    row = case.one("parties", party)
    if not row or field not in MASKED:
        raise Http404
    form = ReasonForm(request.POST or None)
    context = {"pages": pages, "case": case, "party": row, "label": MASKED[field][0], "form": form}
    if form.is_valid():
        try:
            context["value"] = reveal(request.user, row, field, form.cleaned_data["reason"])
        except ValidationError as error:
            form.add_error("reason", error.messages)
    status = 400 if form.errors else 200
    return render(request, "parties/unmask.html", context, status=status)


@require_POST
@login_required
def find_party(request: PageRequest, pages: CasePages) -> HttpResponse:
    """The cases of who has this very ID number or phone: on to the list, by the blind index."""
    index = blind(request.POST.get("number", "")[:50])
    return redirect(f"{reverse(pages.many)}?{urlencode({'party': index} if index else {})}")


class Matter(NamedTuple):
    """A case of the person as a row of the page; whoever sees the case may read this of it."""

    case: Case
    url: str
    title: str
    unit: str
    side: str
    because: str
    light: Light


@require_GET
@login_required
@never_cache
def person(request: PageRequest, pk: int) -> HttpResponse:
    """The other cases of this party that the reader may see; that somebody looked is on record."""
    seen = Case.objects.visible_to(request.user)
    party = Party.objects.filter(pk=pk, case__in=seen).select_related("case").first()
    if not party:
        raise Http404
    AccessLog.objects.note(request.user, party, "其他事项", "查看此人的其他事项")
    context = {"party": party, "url": address(party.case), "matters": matters(party, request.user)}
    return render(request, "parties/person.html", context | {"most": same.MOST})


def matters(party: Party, user: User) -> list[Matter]:
    rows = same.history(party, user)
    called = full_names({row.case.unit for row in rows})
    return [
        Matter(
            row.case,
            address(row.case),
            mask_text(row.case.title),
            called.get(row.case.unit, row.case.unit),
            row.get_side_display(),
            "身份证号相同" if party.id_blind and party.id_blind == row.id_blind else "电话相同",
            of_case(row.case),
        )
        for row in rows
    ]
