"""Who publishes sees what is missing of the five kinds."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lawgov.people.signed_in import PageRequest
from lawgov.units import scope
from lawgov.units.models import names

from . import standing
from .procedure import PUBLISHERS


@require_GET
@login_required
def completeness(request: PageRequest) -> HttpResponse:
    seats = [seat for seat in request.user.seats if seat.role in PUBLISHERS]
    if not seats:
        raise PermissionDenied("公示由司法所、统计员办理")
    units = sorted({scope.street(seat.unit) for seat in seats})
    called = names(units)
    shown = [(called.get(unit, unit), unit, standing.of(unit)) for unit in units]
    return render(request, "publicity/completeness.html", {"units": shown})
