"""What the pages of bookings ask for: a day, from when, until when."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localdate, make_aware

from lawgov.casework.web.forms import unit_choices
from lawgov.people.forms import DateInput
from lawgov.units import scope

from .models import Resource, Way


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class DayForm(forms.Form):
    day = forms.DateField(label="日期", widget=DateInput(), required=False)

    def chosen(self) -> Any:
        return (self.is_valid() and self.cleaned_data["day"]) or localdate()


class TimeForm(forms.Form):
    day = forms.DateField(label="日期", widget=DateInput())
    starts = forms.TimeField(label="开始时间", widget=TimeInput())
    ends = forms.TimeField(label="结束时间", widget=TimeInput())

    def span(self) -> dict[str, datetime]:
        given = self.cleaned_data
        return {
            name: make_aware(datetime.combine(given["day"], given[name]))
            for name in ("starts", "ends")
        }


class SlotForm(TimeForm):
    """When and where somebody serves: at the own place, or in a unit below."""

    way = forms.ChoiceField(label="值班方式", choices=Way.choices, required=False)
    unit = forms.ChoiceField(label="服务单位", required=False)
    place = forms.CharField(label="服务地点", max_length=100, required=False)

    def __init__(self, resource: Resource, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        below = unit_choices([scope.span(resource.unit)])
        offered = [("", "本单位"), *((code, name) for code, name in below if code != resource.unit)]
        self.fields["unit"].choices = offered  # type: ignore[attr-defined]

    def where(self) -> dict[str, str]:
        told = {name: self.cleaned_data[name] for name in ("way", "unit", "place")}
        return told | {"way": told["way"] or Way.SEAT}


class BookingForm(TimeForm):
    purpose = forms.CharField(
        label="事由", max_length=100, help_text="如：邻里纠纷调解。不写当事人的姓名、电话"
    )
    number = forms.CharField(
        label="案件编号", max_length=64, required=False, help_text="与某一案件有关的填写"
    )


class CancelForm(forms.Form):
    reason = forms.CharField(label="取消原因", max_length=200)
