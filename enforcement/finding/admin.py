"""How pressing each field is, kept by the system administrator within their range."""

from django import forms
from django.contrib import admin

from lawgov.people.ranged import KeptAdmin, RangedForm

from .choices import FIELD
from .models import FieldPriority


class PriorityForm(RangedForm):
    """The field is chosen from the list as it stands today."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "field" in self.fields:
            self.fields["field"] = forms.ChoiceField(label="执法领域", choices=FIELD.choices)


@admin.register(FieldPriority)
class FieldPriorityAdmin(KeptAdmin):
    form = PriorityForm
    list_display = ("field", "priority", "unit", "since", "until")
    list_filter = ("priority",)
    search_fields = ("field", "unit")
