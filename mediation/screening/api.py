"""Rounds of screening and their plans for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import PlanFilter, ScreeningFilter

SHOWS = {name: f"round_plan__{name}" for name in ("type", "since", "until", "rounds", "missing")}

urlpatterns = [
    path("screenings/", include(api.of_entries("screening", ScreeningFilter))),
    path("round-plans/", include(api.of_cases("round_plan", PlanFilter, SHOWS))),
]
