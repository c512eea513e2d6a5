"""处罚案件 for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import PenaltyFilter

SHOWS = {
    name: f"penalty__{name}" for name in ("course", "power", "object", "objects_count", "filed_on")
}

urlpatterns = [
    path("enforcement-cases/", include(api.of_cases("penalty", PenaltyFilter, SHOWS))),
]
