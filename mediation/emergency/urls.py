"""The pages of incidents."""

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from .pages import INCIDENTS

urlpatterns = [*of_cases("incidents", INCIDENTS), *of_sheets("incidents", INCIDENTS)]
