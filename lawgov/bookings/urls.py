"""The pages of bookings: rooms and lawyers' slots."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
