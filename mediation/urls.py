"""The pages of mediation: disputes, and room by room."""

from django.urls import include, path

from lawgov.casework.web.urls import of_cases
from lawgov.documents.urls import of_papers
from lawgov.jobs.urls import of_sheets
from lawgov.parties.urls import of_parties

from .pages import DISPUTES

urlpatterns = [
    *of_cases("disputes", DISPUTES),
    *of_parties("disputes", DISPUTES),
    *of_papers("disputes", DISPUTES),
    *of_sheets("disputes", DISPUTES),
    path("", include("mediation.mediators.urls")),
    path("", include("mediation.platform.urls")),
    path("", include("mediation.screening.urls")),
    path("", include("mediation.legalservice.urls")),
    path("", include("mediation.doors.urls")),
    path("", include("mediation.petitions.urls")),
    path("", include("mediation.psych.urls")),
    path("", include("mediation.emergency.urls")),
    path("", include("mediation.casebook.urls")),
    path("", include("mediation.dossier.urls")),
]
