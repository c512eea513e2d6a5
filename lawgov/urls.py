"""The one list of rooms; each room names its own pages and its own API."""

from django.contrib import admin
from django.urls import include, path

handler404, handler400 = "lawgov.api.missing", "lawgov.api.refused"

urlpatterns = [
    path("", include("lawgov.api")),
    path("", include("lawgov.people.urls")),
    path("admin/", admin.site.urls),
    path("", include("lawgov.units.urls")),
    path("", include("reporting.urls")),
    path("", include("lawgov.casework.web.urls")),
    path("", include("lawgov.parties.urls")),
    path("", include("lawgov.handovers.urls")),
    path("", include("lawgov.notices.urls")),
    path("", include("lawgov.jobs.urls")),
    path("", include("lawgov.search.urls")),
    path("", include("lawgov.organisations.urls")),
    path("", include("lawgov.bookings.urls")),
    path("", include("lawgov.tasks.urls")),
    path("", include("lawgov.meetings.urls")),
    path("", include("mediation.urls")),
    path("", include("enforcement.urls")),
]
