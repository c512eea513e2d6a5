"""The pages of parties: a value unmasked, a person's other cases."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
