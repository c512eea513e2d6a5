"""The pages of 调解案例, 案例汇编 and 民生议题."""

from lawgov.casework.web.urls import of_cases
from lawgov.dossiers.urls import of_file
from lawgov.jobs.urls import of_sheets

from .pages import EDITIONS, ISSUES, STORIES

urlpatterns = [
    *of_cases("stories", STORIES),
    *of_sheets("stories", STORIES),
    *of_cases("editions", EDITIONS),
    *of_sheets("editions", EDITIONS),
    *of_file("editions", EDITIONS),
    *of_cases("civic-issues", ISSUES),
    *of_sheets("civic-issues", ISSUES),
]
