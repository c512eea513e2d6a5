"""What is handed out one by one, each time asked for anew: an attachment, a masked value."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lawgov.people.signed_in import PageRequest
from lawgov.privacy.crypto import blind
from lawgov.privacy.forms import ReasonForm
from lawgov.privacy.unmask import reveal

from ..attachments import served
from ..models import Attachment, Case, Party
from ..refusals import StepRefused
from .pages import CasePages
from .tabs import MASKED
from .views import find


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def unmask(request: PageRequest, pk: int, party: int, field: str, pages: CasePages) -> HttpResponse:
    case = find(request, pages, pk)
    row = Party.objects.filter(pk=party, case=case).first()
    if not row or field not in MASKED:
        raise Http404
    row.case = case
    form = ReasonForm(request.POST or None)
    context = {"pages": pages, "case": case, "party": row, "label": MASKED[field][0], "form": form}
    if form.is_valid():
        try:
            context["value"] = reveal(request.user, row, field, form.cleaned_data["reason"])
        except ValidationError as error:
            form.add_error("reason", error.messages)
    status = 400 if form.errors else 200
    return render(request, "casework/unmask.html", context, status=status)


@require_GET
@login_required
def attachment(request: PageRequest, pk: int) -> HttpResponse | FileResponse:
    seen = Case.objects.visible_to(request.user)
    row = Attachment.objects.filter(pk=pk, case__in=seen).first()
    if not row:
        raise Http404
    try:
        return served(row, request.user)
    except StepRefused as refusal:
        return render(request, "casework/refused.html", {"reasons": refusal.reasons}, status=409)


@require_POST
@login_required
def find_party(request: PageRequest, pages: CasePages) -> HttpResponse:
    """The cases of who has this very ID number or phone: on to the list, by the blind index."""
    index = blind(request.POST.get("number", "")[:50])
    return redirect(f"{reverse(pages.many)}?{urlencode({'party': index} if index else {})}")
