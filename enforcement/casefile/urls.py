"""The pages of 执法案卷 and 案卷评查."""

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from .pages import CHECKS

urlpatterns = [
    *of_cases("file-checks", CHECKS),
    *of_sheets("file-checks", CHECKS),
]
