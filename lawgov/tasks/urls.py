"""The pages of tasks."""

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from .pages import TASKS

urlpatterns = [*of_cases("tasks", TASKS), *of_sheets("tasks", TASKS)]
