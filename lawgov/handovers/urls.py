"""The pages of handovers: what was offered to me, what I offered, the work of a leaver."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
