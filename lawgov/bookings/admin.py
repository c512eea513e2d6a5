"""What can be booked, kept by the system administrator within their range."""

from django.contrib import admin

from lawgov.people.ranged import KeptAdmin

from .models import Resource


@admin.register(Resource)
class ResourceAdmin(KeptAdmin):
    fields = ["kind", "name", "unit", "place", "seats", "area", "organisation", "since", "until"]
    autocomplete_fields = ["organisation"]
    list_display = ["name", "kind", "unit", "since", "until"]
    list_filter = ["kind"]
    search_fields = ["name", "unit"]
