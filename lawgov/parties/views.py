"""A masked value of a party, asked for one by one; and the cases of a person by exact number."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lawgov.casework.web.pages import CasePages
from lawgov.casework.web.views import find
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.crypto import blind
from lawgov.privacy.forms import ReasonForm
from lawgov.privacy.unmask import reveal

from .tabs import MASKED


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def unmask(request: PageRequest, pk: int, party: int, field: str, pages: CasePages) -> HttpResponse:
    case = find(request, pages, pk)
    row = next((row for row in case.part("parties") if row.pk == party), None)
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
