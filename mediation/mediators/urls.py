"""The pages of mediators, subsidies, and what was given to young lawyers."""

from django.urls import path

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from . import overview
from .pages import MEDIATORS, SUBSIDIES

urlpatterns = [
    path("dispatch/", overview.dispatch, name="dispatch"),
    *of_cases("mediators", MEDIATORS),
    *of_sheets("mediators", MEDIATORS),
    *of_cases("subsidies", SUBSIDIES),
    *of_sheets("subsidies", SUBSIDIES),
]
