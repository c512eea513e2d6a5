"""Petitions, reception days and batches received, for machines."""

from django.urls import include, path

from lawgov.casework import api

from . import filters

PETITIONS = {
    name: f"petition__{name}" for name in ("type", "purpose", "standing", "persons", "result")
}
DAYS = {name: f"reception_day__{name}" for name in ("planned_on", "place")}

urlpatterns = [
    path("petitions/", include(api.of_cases("petition", filters.PetitionFilter, PETITIONS))),
    path(
        "reception-days/", include(api.of_cases("reception_day", filters.ReceptionDayFilter, DAYS))
    ),
    path("receptions/", include(api.of_entries("reception", filters.ReceptionFilter))),
]
