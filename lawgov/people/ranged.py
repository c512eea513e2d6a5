"""Back-office rows that lie on a unit: each administrator keeps those of their own range."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm

from .models import User


class RangedForm(ModelForm):
    user: User  # who edits; set for each request by the admin below

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "unit" in self.fields:  # an administrator who may only look has no fields
            self.fields["unit"].help_text = "填写单位代码，如 110105019，可在“区划单位”中查到"

    def clean_unit(self) -> str:
        code = self.cleaned_data["unit"]
        if not code.isdecimal():
            raise ValidationError("请填写单位代码，不是单位名称。")
        if not self.user.seat_for(self.user.roles, code):
            raise ValidationError("该单位不在您的管辖范围内。")
        return code


class RangedAdmin(admin.ModelAdmin):
    form = RangedForm

    def get_queryset(self, request: Any) -> Any:
        return self.model.objects.visible_to(request.user)

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})


class KeptAdmin(RangedAdmin):
    """Of what is never removed: figures and records of past years name it."""

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False  # it ends on a day instead
