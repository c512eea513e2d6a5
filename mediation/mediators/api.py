"""Mediators and subsidies for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import MediatorFilter, SubsidyFilter

SHOWS = {name: f"mediator__{name}" for name in ("mediator_kind", "origin", "since", "left_on")}
PAID = {name: f"subsidy__{name}" for name in ("first_day", "last_day", "total", "paid_on")}

urlpatterns = [
    path("mediators/", include(api.of_cases("mediator", MediatorFilter, SHOWS))),
    path("subsidies/", include(api.of_cases("subsidy", SubsidyFilter, PAID))),
]
