"""The pages of enforcement, room by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("enforcement.standards.urls")),
    path("", include("enforcement.officers.urls")),
    path("", include("enforcement.finding.urls")),
    path("", include("enforcement.recording.urls")),
    path("", include("enforcement.review.urls")),
    path("", include("enforcement.publicity.urls")),
    path("", include("enforcement.penalty.urls")),
    path("", include("enforcement.casefile.urls")),
]
