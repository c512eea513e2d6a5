"""Tasks for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import TaskFilter

SHOWS = {"due": "task__due"}

urlpatterns = [path("tasks/", include(api.of_cases("task", TaskFilter, SHOWS)))]
