"""Disputes for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import DisputeFilter

SHOWS = {name: f"dispute__{name}" for name in ("type", "subtype", "risk", "mediator_kind")}

urlpatterns = [
    path("disputes/", include(api.of_cases("dispute", DisputeFilter, SHOWS))),
    path("", include("mediation.mediators.api")),
    path("", include("mediation.platform.api")),
    path("", include("mediation.screening.api")),
    path("", include("mediation.legalservice.api")),
    path("", include("mediation.doors.api")),
    path("", include("mediation.petitions.api")),
    path("", include("mediation.psych.api")),
    path("", include("mediation.emergency.api")),
    path("", include("mediation.casebook.api")),
    path("", include("mediation.dossier.api")),
]
