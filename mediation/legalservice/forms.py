"""What the rota is asked."""

from django import forms


class WeekForm(forms.Form):
    day = forms.DateField(
        label="日期", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), required=False
    )
