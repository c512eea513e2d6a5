"""Disputes and rounds of screening for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import DisputeFilter, ScreeningFilter

SHOWS = {name: f"dispute__{name}" for name in ("type", "subtype", "risk", "mediator_kind")}

urlpatterns = [
    path("disputes/", include(api.of_cases("dispute", DisputeFilter, SHOWS))),
    path("screenings/", include(api.of_entries("screening", ScreeningFilter))),
]
