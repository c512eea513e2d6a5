"""What is found, for machines."""

from django.urls import include, path

from lawgov.casework import api

from . import filters


def shows(relation: str, *names: str) -> dict[str, str]:
    return {name: f"{relation}__{name}" for name in names}


LEADS = shows("lead", "field", "priority", "manner", "object")
FINDINGS = shows("finding", "tag", "disorder", "camera")
CHECKS = shows("inspection", "theme", "mode", "object", "count", "problems")
PLANS = shows("inspection_plan", "plan_year")
CAMPAIGNS = shows("campaign", "theme", "since", "until")
HAZARDS = shows("hazard", "type", "grade", "due")

urlpatterns = [
    path("leads/", include(api.of_cases("lead", filters.LeadFilter, LEADS))),
    path("findings/", include(api.of_cases("finding", filters.FindingFilter, FINDINGS))),
    path("inspections/", include(api.of_cases("inspection", filters.InspectionFilter, CHECKS))),
    path("inspection-plans/", include(api.of_cases("inspection_plan", filters.PlanFilter, PLANS))),
    path("campaigns/", include(api.of_cases("campaign", filters.CampaignFilter, CAMPAIGNS))),
    path("hazards/", include(api.of_cases("hazard", filters.HazardFilter, HAZARDS))),
    path("patrols/", include(api.of_entries("patrol", filters.PatrolFilter))),
    path("hotspots/", include(api.of_entries("hotspot", filters.HotspotFilter))),
]
