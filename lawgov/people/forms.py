"""What the pages about people ask for; who may do it is asked by appointments.py."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from lawgov.privacy import identity
from lawgov.units import scope
from lawgov.units.models import Unit

from .models import MediatorKind, Role, User

PICKABLE = 500  # more units than this are named by their code instead of picked from a list


class LoginForm(AuthenticationForm):
    error_messages = {
        "invalid_login": (
            f"登录名或密码不正确。连续输错{settings.AXES_FAILURE_LIMIT}次，"
            f"将锁定{settings.AXES_COOLOFF_TIME // timedelta(minutes=1)}分钟。"
        ),
        "inactive": "账号已停用，请联系本单位系统管理员。",
    }

    # Django's own fields check no length, and a failed login is stored with the name tried.
    username = UsernameField(
        label="登录名", max_length=50, widget=forms.TextInput(attrs={"autofocus": True})
    )
    password = forms.CharField(
        label="密码",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class UnitField(forms.CharField):
    """A unit in force within the administrator's range: picked where the range is small."""

    default_error_messages = {"unknown": "该单位不存在、已撤销，或不在您的数据范围内"}

    def __init__(self, **kwargs) -> None:
        super().__init__(label="单位", max_length=15, **kwargs)
        self.within: QuerySet[Unit] = Unit.objects.none()

    def offer(self, user: User) -> None:
        spans = user.spans({Role.SYSTEM_ADMIN})
        self.within = Unit.objects.current().filter(scope.within("code", spans)).order_by("code")
        called = dict(self.within.values_list("code", "name")[: PICKABLE + 1])
        if len(called) > PICKABLE:
            self.help_text = "填写区划代码（6、9、12 或 15 位）"
            return
        # Nobody gets the whole range because nothing was chosen.
        choices = [("", "请选择")] if len(called) > 1 else []
        self.widget = forms.Select(
            choices=choices + [(code, place(code, called)) for code in called]
        )

    def validate(self, value: str) -> None:
        super().validate(value)
        if not self.within.filter(code=value).exists():
            raise ValidationError(self.error_messages["unknown"], code="unknown")


def place(code: str, called: dict[str, str]) -> str:
    """Communities and grids stand below their street; a grid says whose it is."""
    depth = max(0, (len(code) - scope.STREET_DIGITS) // 3)
    above = called.get(scope.parent(code), "") if scope.level(code) == scope.Level.GRID else ""
    return "\u3000" * depth + called[code] + (f"（{above}）" if above else "")


class FirstPostForm(forms.Form):
    role = forms.ChoiceField(label="角色", choices=[("", "请选择"), *Role.choices])
    unit = UnitField()
    since = forms.DateField(label="起", widget=DateInput(), initial=timezone.localdate)

    def __init__(self, *args, by: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, UnitField)
        unit.offer(by)


class PostForm(FirstPostForm):
    until = forms.DateField(
        label="止", widget=DateInput(), required=False, help_text="该日起不再担任；留空为长期"
    )


class PersonForm(FirstPostForm):
    username = forms.CharField(label="登录名", max_length=50, help_text="字母、数字或汉字")
    name = forms.CharField(label="姓名", max_length=50)
    phone = forms.CharField(label="手机号", max_length=30, required=False, widget=forms.TextInput)
    mediator_kind = forms.ChoiceField(
        label="调解员类别",
        choices=[("", "不是调解员"), *MediatorKind.choices],
        required=False,
    )
    field_order = ["username", "name", "phone", "role", "unit", "mediator_kind", "since"]

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"]
        return identity.phone(phone) if phone else ""


class EndForm(forms.Form):
    on = forms.DateField(label="止", widget=DateInput(), initial=timezone.localdate)


class PeopleFilter(forms.Form):
    q = forms.CharField(label="姓名或登录名", max_length=50, required=False)
    role = forms.ChoiceField(label="角色", choices=[("", "全部"), *Role.choices], required=False)
