"""The pages of the platform and of the questions put to its quarterly meeting."""

from django.urls import path

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from . import views
from .pages import QUESTIONS

urlpatterns = [
    path("platform/", views.platform, name="platform"),
    *of_cases("questions", QUESTIONS),
    *of_sheets("questions", QUESTIONS),
]
