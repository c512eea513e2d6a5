"""The register of organisations, kept by the system administrator within their range."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm

from lawgov.people.models import User

from .models import Organisation


class OrganisationForm(ModelForm):
    user: User  # who edits; set for each request by the admin below

    class Meta:
        model = Organisation
        fields = ["kind", "name", "unit", "since", "until", "area", "above"]

    def clean_unit(self) -> str:
        code = self.cleaned_data["unit"]
        if not self.user.seat_for(self.user.roles, code):
            raise ValidationError("该单位不在您的管辖范围内。")
        return code


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    form = OrganisationForm
    autocomplete_fields = ["above"]
    list_display = ["name", "kind", "unit", "since", "until"]
    list_filter = ["kind"]
    search_fields = ["name", "unit"]

    def get_queryset(self, request: Any) -> Any:
        return Organisation.objects.visible_to(request.user)

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False  # figures of past years count it; it ends on a day instead
