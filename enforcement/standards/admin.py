"""The standards as the system administrator keeps them: add, and stop from a day."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from lawgov.people.models import Role
from lawgov.people.ranged import KeptAdmin, RangedForm

from .choices import Penalty
from .models import (
    CatalogueItem,
    DiscretionBand,
    PatrolTag,
    PowerItem,
    RubricItem,
    SceneItem,
    Standard,
)

DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")
PAST = "不能早于今天：过去的日子按当时的标准。"


class Yuan(forms.DecimalField):
    """Asked in 元, kept in 分."""

    def __init__(self, label: str, help_text: str = "") -> None:
        super().__init__(
            label=label, help_text=help_text, min_value=0, max_value=10**11, decimal_places=2
        )

    def clean(self, value: Any) -> Any:
        return int(super().clean(value) * 100)


class StandardForm(RangedForm):
    """A new row, or the end of an old one; money is asked in 元."""

    def clean_since(self) -> date:
        """What decides cases does not begin in the past; a power may be entered after the fact."""
        since: date = self.cleaned_data["since"]
        if self._meta.model in DECIDING and since < localdate():
            raise ValidationError(PAST)
        return since

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until and self.instance.pk and until < localdate():
            raise ValidationError(PAST)
        return until


DECIDING = (CatalogueItem, DiscretionBand)


class BandForm(StandardForm):
    kinds = forms.MultipleChoiceField(
        label="处罚种类", choices=Penalty.choices, widget=forms.CheckboxSelectMultiple
    )
    least, most = Yuan("罚款下限（元）"), Yuan("罚款上限（元）")


class CatalogueForm(StandardForm):
    least = Yuan("金额起点（元）", "罚款、没收填写，达到即须审核；其他填0")


class StandardAdmin(KeptAdmin):
    """What was in force stays as it was: of an old row only its end can still be set."""

    form = StandardForm
    list_filter = ["unit"]
    formfield_overrides = {}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in ("since", "until"):
            kwargs["widget"] = DAY
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_readonly_fields(self, request: Any, obj: Standard | None = None) -> list[str]:
        names = [field.name for field in self.model._meta.fields if field.name != "id"]
        return [] if obj is None else [name for name in names if name != "until"]

    def has_change_permission(self, request: Any, obj: Standard | None = None) -> bool:
        """One reads what comes from above, and keeps what lies in the own range."""
        if not super().has_change_permission(request, obj) or obj is None:
            return super().has_change_permission(request, obj)
        ended = obj.until is not None and obj.until <= localdate()
        return not ended and bool(request.user.seat_for({Role.SYSTEM_ADMIN}, obj.unit))


@admin.register(PowerItem)
class PowerAdmin(StandardAdmin):
    list_display = ["code", "name", "kind", "unit", "batch", "since", "until"]
    list_filter = ["kind", "unit"]
    search_fields = ["code", "name"]


@admin.register(DiscretionBand)
class BandAdmin(StandardAdmin):
    form = BandForm
    list_display = ["power", "code", "label", "party_kind", "unit", "since", "until"]
    search_fields = ["power", "label"]


@admin.register(CatalogueItem)
class CatalogueAdmin(StandardAdmin):
    form = CatalogueForm
    list_display = ["label", "penalty", "matter", "party_kind", "unit", "since", "until"]
    search_fields = ["label"]


@admin.register(SceneItem)
class SceneAdmin(StandardAdmin):
    list_display = ["label", "code", "means", "compulsory", "unit", "since", "until"]
    search_fields = ["code", "label"]


@admin.register(RubricItem)
class RubricAdmin(StandardAdmin):
    list_display = ["code", "label", "section", "points", "unit", "since", "until"]
    search_fields = ["code", "label"]


@admin.register(PatrolTag)
class TagAdmin(StandardAdmin):
    list_display = ["code", "name", "parent", "unit", "since", "until"]
    search_fields = ["code", "name"]
