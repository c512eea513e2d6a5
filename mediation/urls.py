"""The pages of mediation."""

from lawgov.casework.web.urls import of_cases, of_entries
from lawgov.documents.urls import of_papers
from lawgov.jobs.urls import of_sheets
from lawgov.parties.urls import of_parties

from .pages import DISPUTES, SCREENINGS

urlpatterns = [
    *of_cases("disputes", DISPUTES),
    *of_parties("disputes", DISPUTES),
    *of_papers("disputes", DISPUTES),
    *of_sheets("disputes", DISPUTES),
    *of_entries("screenings", SCREENINGS),
    *of_sheets("screenings", SCREENINGS),
]
