"""The pages of 执法人员."""

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from .pages import OFFICERS

urlpatterns = [*of_cases("officers", OFFICERS), *of_sheets("officers", OFFICERS)]
