"""What the pages of units ask for."""

from django import forms
from django.utils import timezone

from .fields import UnitCode
from .models import Unit

NAME = Unit._meta.get_field("name").max_length


class Day(forms.DateField):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class LookForm(forms.Form):
    q = forms.CharField(label="名称或代码的开头", required=False, max_length=50)
    on = Day(label="哪一天的区划（空为今天）", required=False)


class ChangeForm(forms.Form):
    on = Day(label="生效日期", initial=timezone.localdate, help_text="自该日零时起，以往数据不变")


class RenameForm(ChangeForm):
    name = forms.CharField(label="新名称", max_length=NAME)


class CloseForm(ChangeForm):
    successor = UnitCode(
        "并入单位", blank=True, help_text="区划代码；不并入其他单位则留空"
    ).formfield()


class MarkForm(forms.Form):
    mark = forms.CharField(
        label="编号字头", required=False, max_length=12, help_text="空为名称首字"
    )


class FoundForm(ChangeForm):
    code = UnitCode("代码").formfield()
    name = forms.CharField(label="名称", max_length=NAME)
