"""The code of a place, to be printed and hung up."""

from io import BytesIO

import segno
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lawgov.casework.models import Entry
from lawgov.people.signed_in import PageRequest


def place_of(request: PageRequest, pk: int) -> Entry:
    seen = Entry.objects.visible_to(request.user, "code_place").filter(void=False)
    return get_object_or_404(seen, pk=pk)


def address(place: Entry) -> str:
    return settings.SITE_URL + reverse("code-report-form", args=[place.pk])


@require_safe
@login_required
def picture(request: PageRequest, pk: int) -> HttpResponse:
    """Read from a metre away, and with a corner torn off."""
    drawn = BytesIO()
    code = segno.make(address(place_of(request, pk)), error="q", micro=False)
    code.save(drawn, kind="svg", scale=8, border=4)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@require_safe
@login_required
def poster(request: PageRequest, pk: int) -> HttpResponse:
    place = place_of(request, pk)
    return render(request, "doors/poster.html", {"place": place, "address": address(place)})
