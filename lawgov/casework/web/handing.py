"""What is handed out one by one, each time asked for anew: an attachment."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lawgov.people.signed_in import PageRequest

from ..attachments import served
from ..models import Attachment, Case
from ..refusals import StepRefused


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
