"""The one list of rooms; each room names its own pages and its own API."""
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("lawgov.people.urls")),
    path("admin/", admin.site.urls),
    path("", include("lawgov.units.urls")),
]
