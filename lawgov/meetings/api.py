"""Meetings for machines."""

from django.urls import include, path

from lawgov.casework import api

from .filters import MeetingFilter

SHOWS = {name: f"meeting__{name}" for name in ("type", "planned_on")}

urlpatterns = [path("meetings/", include(api.of_cases("meeting", MeetingFilter, SHOWS)))]
