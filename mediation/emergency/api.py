"""Incidents for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import IncidentFilter

SHOWS = {name: f"incident__{name}" for name in ("type", "place", "persons")}
SHOWS |= {"work": "incident__works"}  # `works` is what leaders did, of any case

urlpatterns = [path("incidents/", include(api.of_cases("incident", IncidentFilter, SHOWS)))]
