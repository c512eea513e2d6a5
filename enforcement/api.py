"""Enforcement for machines, room by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("enforcement.standards.api")),
    path("", include("enforcement.officers.api")),
    path("", include("enforcement.finding.api")),
    path("", include("enforcement.recording.api")),
    path("", include("enforcement.review.api")),
    path("", include("enforcement.publicity.api")),
    path("", include("enforcement.penalty.api")),
    path("", include("enforcement.casefile.api")),
]
