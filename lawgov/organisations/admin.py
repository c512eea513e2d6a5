"""The register of organisations, kept by the system administrator within their range."""

from django.contrib import admin

from lawgov.people.ranged import KeptAdmin

from .models import Organisation


@admin.register(Organisation)
class OrganisationAdmin(KeptAdmin):
    fields = ["kind", "name", "unit", "since", "until", "area", "above"]
    autocomplete_fields = ["above"]
    list_display = ["name", "kind", "unit", "since", "until"]
    list_filter = ["kind"]
    search_fields = ["name", "unit"]
