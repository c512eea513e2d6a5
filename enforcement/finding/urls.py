"""The pages of what is found."""

from django.urls import path

from lawgov.casework.web.urls import of_cases, of_entries
from lawgov.jobs.urls import of_sheets

from . import overview, pages

urlpatterns = [
    path("leads/queue/", overview.queue, name="lead-queue"),
    path("patrols/coverage/", overview.coverage, name="patrol-coverage"),
    path("findings/figures/", overview.figures, name="finding-figures"),
    *of_cases("leads", pages.LEADS),
    *of_sheets("leads", pages.LEADS),
    *of_cases("findings", pages.FINDINGS),
    *of_sheets("findings", pages.FINDINGS),
    *of_cases("inspections", pages.INSPECTIONS),
    *of_sheets("inspections", pages.INSPECTIONS),
    *of_cases("inspection-plans", pages.PLANS),
    *of_cases("campaigns", pages.CAMPAIGNS),
    *of_cases("hazards", pages.HAZARDS),
    *of_sheets("hazards", pages.HAZARDS),
    *of_entries("patrols", pages.PATROLS),
    *of_sheets("patrols", pages.PATROLS),
    *of_entries("hotspots", pages.HOTSPOTS),
]
