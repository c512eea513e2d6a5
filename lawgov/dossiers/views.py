"""Asking for the file of a case to be bound."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.forms import ReasonForm

from . import binding


@require_POST
@login_required
def make(request: PageRequest, pk: int, kind: str) -> HttpResponse:
    """Masked; with a reason in the form, unmasked."""
    case = Case.objects.visible_to(request.user, kind).filter(pk=pk).first()
    if not case:
        raise Http404
    if "reason" not in request.POST:
        return redirect("job", binding.ask(case, request.user).pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        context = {"case": case, "form": form}
        return render(request, "dossiers/reason.html", context, status=400)
    try:
        job = binding.ask(case, request.user, form.cleaned_data["reason"])
    except NotYours as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    return redirect("job", job.pk)
