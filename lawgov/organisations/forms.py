"""What the pages of organisations ask for."""

from typing import Any

from django import forms

from lawgov.people.forms import DateInput
from lawgov.people.models import BUSINESS, User
from lawgov.units import scope

from .models import Capacity, Organisation

MOST = 300  # people offered by name; anyone else is written in


class JoinForm(forms.Form):
    user = forms.ModelChoiceField(
        label="本系统人员", queryset=User.objects.none(), required=False, empty_label="不在本系统"
    )
    name = forms.CharField(
        label="姓名", max_length=50, required=False, help_text="不在本系统的，写姓名"
    )
    capacity = forms.ChoiceField(label="职务", choices=Capacity.choices)
    since = forms.DateField(label="任职日期", widget=DateInput())

    def __init__(self, *args: Any, body: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = [scope.span(scope.street(body.unit))]
        people = User.objects.holding(BUSINESS, near).order_by("name")
        self.fields["user"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("user")) == bool(given.get("name")):
            self.add_error("name", "选一个本系统人员，或写一个姓名，二者择一")
        return given


class LeaveForm(forms.Form):
    on = forms.DateField(label="离任日期", widget=DateInput())
