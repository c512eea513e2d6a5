"""法制审核 for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import ReviewFilter

SHOWS = {name: f"review__{name}" for name in ("type", "subject", "round", "text_hash")}

urlpatterns = [path("reviews/", include(api.of_cases("review", ReviewFilter, SHOWS)))]
