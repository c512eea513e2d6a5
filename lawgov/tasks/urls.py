"""The pages of tasks."""

from lawgov.casework.web.urls import of_cases

from .pages import TASKS

urlpatterns = of_cases("tasks", TASKS)
