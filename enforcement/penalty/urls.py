"""The pages of 处罚案件."""

from lawgov.casework.web.urls import of_cases
from lawgov.documents.urls import of_papers
from lawgov.dossiers.urls import of_file
from lawgov.jobs.urls import of_sheets
from lawgov.parties.urls import of_parties

from .pages import PENALTIES

urlpatterns = [
    *of_cases("penalties", PENALTIES),
    *of_parties("penalties", PENALTIES),
    *of_papers("penalties", PENALTIES),
    *of_file("penalties", PENALTIES),
    *of_sheets("penalties", PENALTIES),
]
