"""Public legal service for machines."""

from django.urls import include, path

from lawgov.casework import api

from . import filters


def shows(relation: str, *names: str) -> dict[str, str]:
    return {name: f"{relation}__{name}" for name in names}


CONSULTATIONS = shows(
    "consultation", "topic", "mode", "persons", "held_on", "outcome", "satisfaction"
)
PACTS = shows("pact", "firm", "since", "until", "over_on")
AID = shows("aid_request", "matter", "means", "ground", "granted_on", "result")
POINTS = shows("service_point", "type", "address", "start_on")

urlpatterns = [
    path(
        "consultations/",
        include(api.of_cases("consultation", filters.ConsultationFilter, CONSULTATIONS)),
    ),
    path("pacts/", include(api.of_cases("pact", filters.PactFilter, PACTS))),
    path("aid-requests/", include(api.of_cases("aid_request", filters.AidFilter, AID))),
    path("service-points/", include(api.of_cases("service_point", filters.PointFilter, POINTS))),
    path("duties/", include(api.of_entries("duty", filters.DutyFilter))),
]
