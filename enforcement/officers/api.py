"""执法人员 for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import OfficerFilter

SHOWS = {name: f"officer__{name}" for name in ("duty", "position", "since", "left_on", "area")}

urlpatterns = [path("officers/", include(api.of_cases("officer", OfficerFilter, SHOWS)))]
