"""Correcting the calendar by hand; whoever keeps deadlines is told."""

from typing import Any

from django.contrib import admin

from . import calendar
from .models import Holiday, HolidayYear


@admin.register(HolidayYear)
class HolidayYearAdmin(admin.ModelAdmin):
    list_display = ["year", "notice"]

    def save_model(self, request: Any, obj: HolidayYear, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        calendar.announce({obj.year})

    def delete_model(self, request: Any, obj: HolidayYear) -> None:
        calendar.announce({obj.year})
        super().delete_model(request, obj)

    def delete_queryset(self, request: Any, queryset: Any) -> None:
        calendar.announce(set(queryset.values_list("year", flat=True)))
        super().delete_queryset(request, queryset)


@admin.register(Holiday)
class HolidayAdmin(admin.ModelAdmin):
    list_display = ["day", "name", "working"]
    list_filter = ["working"]
    date_hierarchy = "day"

    def save_model(self, request: Any, obj: Holiday, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        calendar.announce({obj.day.year})

    def delete_model(self, request: Any, obj: Holiday) -> None:
        calendar.announce({obj.day.year})
        super().delete_model(request, obj)

    def delete_queryset(self, request: Any, queryset: Any) -> None:
        calendar.announce({day.year for day in queryset.values_list("day", flat=True)})
        super().delete_queryset(request, queryset)
