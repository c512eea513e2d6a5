"""The lists as the system administrator keeps them: add, rename from a day, stop from a day."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.timezone import localdate

from .lists import DICTIONARIES
from .models import Naming, Term

LAST = 1000  # what is added comes after what is there, unless it is placed
DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")


def not_past(day: date | None) -> date | None:
    if day and day < localdate():
        raise ValidationError("不能早于今天：过去的日子按当时的样子保留。")
    return day


class Named(forms.ModelForm):
    """What a new term and an old one have in common: a name, and the types it stands under."""

    label = forms.CharField(label="名称", max_length=30)
    points = forms.IntegerField(
        label="分值", required=False, min_value=0, max_value=100, help_text="风险因素填写"
    )
    under = forms.MultipleChoiceField(
        label="所属类型", required=False, widget=forms.CheckboxSelectMultiple
    )
    lists = DICTIONARIES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = [each.under for each in self.lists.values() if each.under]
        self.fields["under"].choices = [  # type: ignore[attr-defined]
            pair for each in above for pair in each.asked()
        ]
        self.fields["order"].help_text = "数小的排在前面"

    def clean_label(self) -> str:
        """Two codes of one list are not called the same at one time."""
        label, own = self.cleaned_data["label"], self.instance
        name = own.dictionary or self.cleaned_data.get("dictionary", "")
        same = [c for c, called in self.lists[name].choices if called == label] if name else []
        if set(same) - {own.code}:
            raise ValidationError("本字典已有同名的在用项。")
        return label


class NewTerm(Named):
    dictionary = forms.ChoiceField(label="字典")

    class Meta:
        model = Term
        fields = ["dictionary", "code", "since", "order", "under", "note"]
        widgets = {"since": DAY}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [(name, each.label) for name, each in self.lists.items()]
        self.fields["dictionary"].choices = [("", "请选择"), *chosen]  # type: ignore[attr-defined]
        self.fields["under"].help_text = "纠纷细类填写，可多选；不选为各类型都可用"
        self.fields["order"].initial = LAST

    def clean_under(self) -> list[str]:
        known = self.lists.get(self.cleaned_data.get("dictionary", ""))
        if self.cleaned_data["under"] and not (known and known.under):
            raise ValidationError("这个字典不分所属类型，请不要勾选。")
        return list(self.cleaned_data["under"])


class OldTerm(Named):
    named_on = forms.DateField(
        label="更名日期",
        widget=DAY,
        help_text="改名称或分值时填写：自该日起用新的，以前的日子仍用原来的",
    )

    class Meta:
        model = Term
        fields = ["until", "order", "under", "note"]
        widgets = {"until": DAY}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = self.instance.named()
        self.initial.update(label=held.label, points=held.points, named_on=localdate())
        if not self.lists[self.instance.dictionary].scored:
            del self.fields["points"]
        if not self.lists[self.instance.dictionary].under:
            del self.fields["under"]

    def clean_named_on(self) -> date | None:
        return not_past(self.cleaned_data["named_on"])

    def clean_until(self) -> date | None:
        until, before = self.cleaned_data["until"], self.instance.until
        if until == before:
            return before
        if before and before < localdate():
            raise ValidationError("已经停用的不再启用，请另加新代码。")
        return not_past(until)


class ListFilter(admin.SimpleListFilter):
    title, parameter_name = "字典", "dictionary"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, each.label) for name, each in DICTIONARIES.items()]

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.filter(dictionary=self.value()) if self.value() else queryset


class StoppedFilter(admin.SimpleListFilter):
    title, parameter_name = "状态", "stopped"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "在用"), ("yes", "已停用")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        stopped = Q(until__lte=localdate())
        chosen = {"no": ~stopped | Q(until=None), "yes": stopped}
        return queryset.filter(chosen.get(self.value() or "", Q()))


@admin.register(Term)
class TermAdmin(admin.ModelAdmin):
    list_display = ["called", "code", "belongs", "since", "until", "note"]
    list_filter = [ListFilter, StoppedFilter]
    search_fields = ["code", "names__label"]
    ordering = ["dictionary", F("order"), "pk"]

    @admin.display(description="名称")
    def called(self, term: Term) -> str:
        return term.called()

    @admin.display(description="字典", ordering="dictionary")
    def belongs(self, term: Term) -> str:
        known = DICTIONARIES.get(term.dictionary)
        return known.label if known else term.dictionary

    @admin.display(description="名称沿革")
    def history(self, term: Term) -> str:
        return "；".join(
            f"{n.since}起：{n.label}" if n.since else f"原名：{n.label}" for n in term.names.all()
        )

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).prefetch_related("names")

    def get_form(
        self, request: Any, obj: Term | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        return OldTerm if obj else NewTerm

    def get_fields(self, request: Any, obj: Term | None = None) -> Any:
        if obj is None:
            return ["dictionary", "code", "label", "points", "since", "order", "under", "note"]
        points = ["points"] if DICTIONARIES[obj.dictionary].scored else []
        under = ["under"] if DICTIONARIES[obj.dictionary].under else []
        asked = ["label", *points, "named_on", "until", "order", *under, "note"]
        return ["belongs", "code", "since", *asked, "history"]

    def get_readonly_fields(self, request: Any, obj: Term | None = None) -> Any:
        return ["belongs", "code", "since", "history"] if obj else []

    def save_model(self, request: Any, obj: Term, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        label, day = form.cleaned_data["label"], form.cleaned_data.get("named_on")
        points, held = form.cleaned_data.get("points") or 0, obj.named(day)
        if not change or not held or (held.label, held.points) != (label, points):
            Naming.objects.create(term=obj, label=label, points=points, since=day)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False  # old records name it; it is stopped from a day instead
