"""Reports by code, for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import CodePlaceFilter, CodeReportFilter

SHOWS = {name: f"code_report__{name}" for name in ("risk", "score", "replied_on", "rating")}

urlpatterns = [
    path("code-reports/", include(api.of_cases("code_report", CodeReportFilter, SHOWS))),
    path("code-places/", include(api.of_entries("code_place", CodePlaceFilter))),
]
