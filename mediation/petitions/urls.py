"""The pages of petitions, reception days and 领导包案."""

from django.urls import path

from lawgov.casework.web.urls import of_cases, of_entries
from lawgov.jobs.urls import of_sheets
from lawgov.parties.urls import of_parties

from . import charges, pages

urlpatterns = [
    path("charges/", charges.index, name="charges"),
    *of_cases("petitions", pages.PETITIONS),
    *of_parties("petitions", pages.PETITIONS),
    *of_sheets("petitions", pages.PETITIONS),
    *of_cases("reception-days", pages.RECEPTION_DAYS),
    *of_entries("receptions", pages.RECEPTIONS),
    *of_sheets("receptions", pages.RECEPTIONS),
]
