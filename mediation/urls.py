"""The pages of mediation."""

from lawgov.casework.urls import of_cases, of_entries

from .pages import DISPUTES, SCREENINGS

urlpatterns = [
    *of_cases("disputes", DISPUTES),
    *of_entries("screenings", SCREENINGS),
]
