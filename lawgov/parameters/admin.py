"""Parameters as the system administrator sees and sets them: from a day on, with a reason."""

from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from lawgov.people.models import Role, User
from lawgov.units import scope
from lawgov.units.models import Unit, names

from .known import PARAMETERS, Parameter
from .models import Value

DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")


class Standing(NamedTuple):
    """A parameter as it stands everywhere today."""

    parameter: Parameter
    value: str
    default: str


class ValueForm(forms.ModelForm):
    parameter = forms.ChoiceField(label="参数")
    user: User  # who sets it; given for each request by the admin below

    class Meta:
        model = Value
        fields = ["parameter", "unit", "value", "since", "reason"]
        widgets = {"since": DAY}
        help_texts = {
            "unit": "填街镇或以上的区划代码，只对该单位及其下级有效；全国（各处）填 0",
            "since": "自该日起用；已经开始计算的期限仍按当时的值",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(p.code, f"{p.label}（{p.measure}）") for p in PARAMETERS.values()]
        self.fields["parameter"].choices = [("", "请选择"), *known]  # type: ignore[attr-defined]

    def clean_since(self) -> date:
        since = self.cleaned_data["since"]
        if since < localdate():
            raise ValidationError("不能早于今天：过去的日子按当时的值。")
        return since

    def clean_unit(self) -> str:
        code = self.cleaned_data["unit"]
        if not self.user.seat_for({Role.SYSTEM_ADMIN}, code):
            raise ValidationError("该单位不在您的管辖范围内。")
        if len(code) > scope.STREET_DIGITS:
            raise ValidationError("参数设到街镇一级为止。")
        if code != scope.NATION and not Unit.objects.current().filter(code=code).exists():
            raise ValidationError("没有这个单位，或该单位已撤销。")
        return code

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        known, value = PARAMETERS.get(given.get("parameter", "")), given.get("value")
        if known and value is not None and not known.least <= value <= known.most:
            self.add_error("value", f"应在{known.least}到{known.most}之间。")
        if known and known.everywhere and given.get("unit", scope.NATION) != scope.NATION:
            self.add_error("unit", "这个参数各处相同，单位应为 0。")
        return given


@admin.register(Value)
class ValueAdmin(admin.ModelAdmin):
    form = ValueForm
    list_display = ["called", "place", "amount", "since", "state", "reason", "by", "logged_at"]
    list_select_related = ["by"]
    change_list_template = "parameters/values.html"

    @admin.display(description="参数")
    def called(self, row: Value) -> str:
        known = PARAMETERS.get(row.parameter)
        return known.label if known else row.parameter

    @admin.display(description="适用单位")
    def place(self, row: Value) -> str:
        return self.places.get(row.unit, row.unit)

    @admin.display(description="值")
    def amount(self, row: Value) -> str:
        known = PARAMETERS.get(row.parameter)
        return known.words(row.value) if known else str(row.value)

    @admin.display(description="状态")
    def state(self, row: Value) -> str:
        return row.fate()

    def get_queryset(self, request: Any) -> Any:
        self.places = names(set(Value.objects.values_list("unit", flat=True)))
        self.places[scope.NATION] = "各处"
        return Value.objects.with_fate()

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        """A value is set for the administrator's own range, unless they say otherwise."""
        own = next((seat.unit for seat in request.user.seats), scope.NATION)
        return {"unit": own, **super().get_changeform_initial_data(request)}

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        standing = [Standing(p, p.words(p.on()), p.words(p.default)) for p in PARAMETERS.values()]
        return super().changelist_view(request, {"standing": standing, "title": "参数"})

    def save_model(self, request: Any, obj: Value, form: Any, change: bool) -> None:
        obj.by = request.user
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False
