"""What is chosen from a list: one of it, or several."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

from .fact import Fact, Wrong


@dataclass(frozen=True)
class Choice(Fact):
    """One of a list: of an enumeration, or of a dictionary, whose terms come and go by the day."""

    choices: Any = TextChoices

    def on(self, day: date) -> "Fact":
        if isinstance(self.choices, Dictionary):
            return replace(self, choices=self.choices.on(day))
        return self

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str) or raw not in self.choices.values:
            raise Wrong(f"应为以下之一：{'、'.join(map(str, self.choices.labels))}")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        choices = [("", "请选择"), *self.choices.choices]
        return forms.ChoiceField(choices=choices, **self.common())

    def schema(self) -> dict[str, Any]:
        words = "；".join(f"{value} {label}" for value, label in self.choices.choices)
        return {"type": "string", "enum": list(self.choices.values), "description": words}

    def shown(self, value: Any) -> str:
        try:
            return str(self.choices(value).label)
        except ValueError:
            return ""


@dataclass(frozen=True)
class Several(Choice):
    """One or more of the choices."""

    def read(self, raw: Any) -> list[str]:  # type: ignore[override]
        if not isinstance(raw, list) or len(raw) > len(self.choices.values):
            raise Wrong("应为列表")
        return sorted({super(Several, self).read(item) for item in raw})

    def field(self, case: Any = None) -> forms.Field:
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(
            choices=self.choices.choices, widget=widget, **self.common()
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": super().schema()}

    def shown(self, value: Any) -> str:
        return "、".join(super(Several, self).shown(item) for item in value or [])
