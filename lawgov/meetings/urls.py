"""The pages of meetings."""

from lawgov.casework.web.urls import of_cases
from lawgov.documents.urls import of_papers
from lawgov.jobs.urls import of_sheets

from .pages import MEETINGS

urlpatterns = [
    *of_cases("meetings", MEETINGS),
    *of_papers("meetings", MEETINGS),
    *of_sheets("meetings", MEETINGS),
]
