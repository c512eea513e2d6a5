"""案卷评查 for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import FileCheckFilter

SHOWS = {
    name: f"file_check__{name}" for name in ("subject", "form", "full", "total", "defects")
} | {"scored_on": "file_check__scored_on"}

urlpatterns = [path("file-checks/", include(api.of_cases("file_check", FileCheckFilter, SHOWS)))]
