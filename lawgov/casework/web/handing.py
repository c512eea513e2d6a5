"""What is handed out one by one, each time asked for anew: an attachment, its preview."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_safe

from lawgov.people.signed_in import PageRequest

from .. import attachments
from ..refusals import NotYours, StepRefused


@require_GET
@login_required
def attachment(request: PageRequest, pk: int) -> HttpResponseBase:
    row = attachments.find(request.user, pk)
    return handed(request, lambda: attachments.served(row, request.user))


@require_safe
@login_required
def preview(request: PageRequest, pk: int) -> HttpResponseBase:
    row = attachments.find(request.user, pk)
    asked = request.headers.get("Range", "")
    return handed(request, lambda: attachments.previewed(row, request.user, asked))


def handed(request: PageRequest, give: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    try:
        return give()
    except NotYours as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except StepRefused as refusal:
        return render(request, "casework/refused.html", {"reasons": refusal.reasons}, status=409)
