"""The pages of 执法案卷 and 案卷评查."""

from django.urls import path

from lawgov.casework.web.urls import of_cases
from lawgov.jobs.urls import of_sheets

from . import views
from .pages import CHECKS

urlpatterns = [
    path("penalties/<int:pk>/file/make/", views.make, name="penalty-file"),
    *of_cases("file-checks", CHECKS),
    *of_sheets("file-checks", CHECKS),
]
