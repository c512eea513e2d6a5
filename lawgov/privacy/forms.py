"""The question that stands before every masked value: why do you want to see it?"""

from django import forms

from .unmask import SHORTEST_REASON


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="查阅理由",
        min_length=SHORTEST_REASON,
        max_length=200,
        help_text="您的姓名、时间和理由将记入查阅日志",
    )
