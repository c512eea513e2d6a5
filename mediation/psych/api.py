"""Counsellings, crises and key persons, for machines; who may not know of one does not see it."""

from django.urls import include, path

from lawgov.casework import api

from . import filters

CRISES = {name: f"crisis__{name}" for name in ("type", "persons", "outcome")}
KEYS = {name: f"key_person__{name}" for name in ("type", "grade", "next_on")}

urlpatterns = [
    path("counsellings/", include(api.of_cases("counselling", filters.CounsellingFilter, {}))),
    path("crises/", include(api.of_cases("crisis", filters.CrisisFilter, CRISES))),
    path("key-persons/", include(api.of_cases("key_person", filters.KeyPersonFilter, KEYS))),
]
