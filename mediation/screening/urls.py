"""The pages of screening."""

from django.urls import path

from lawgov.casework.web.urls import of_cases, of_entries
from lawgov.jobs.urls import of_sheets

from . import coverage
from .pages import PLANS, SCREENINGS

urlpatterns = [
    path("screenings/coverage/", coverage.page, name="screening-coverage"),
    *of_entries("screenings", SCREENINGS),
    *of_sheets("screenings", SCREENINGS),
    *of_cases("round-plans", PLANS),
    *of_sheets("round-plans", PLANS),
]
