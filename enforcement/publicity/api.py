"""执法公示 for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import PublicationFilter

SHOWS = {
    name: f"publication__{name}"
    for name in ("type", "decided_on", "public_on", "until", "withdrawn_on")
}

urlpatterns = [
    path("publications/", include(api.of_cases("publication", PublicationFilter, SHOWS))),
]
