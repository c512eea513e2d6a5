"""The pages of psychological service, crises and key persons."""

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets
from lawgov.parties.urls import of_parties

from . import pages

urlpatterns = [
    *of_cases("counsellings", pages.COUNSELLINGS),
    *of_cases("crises", pages.CRISES),
    *of_cases("key-persons", pages.KEY_PERSONS),
    *of_parties("key-persons", pages.KEY_PERSONS),
    *of_sheets("key-persons", pages.KEY_PERSONS),
]
