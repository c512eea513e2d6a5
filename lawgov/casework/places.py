"""A fact that names several units at once."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lawgov.units.models import full_names

from .facts import Fact, Place, Wrong

MOST = 500


@dataclass(frozen=True)
class Places(Fact):
    """Codes of units, each once; whether they are in reach is a rule of the step."""

    def read(self, raw: Any) -> list[str]:
        if not isinstance(raw, list) or len(raw) > MOST:
            raise Wrong(f"应为单位代码的列表，至多{MOST}个")
        one = Place(self.label)
        return sorted({one.read(code) for code in raw})

    def field(self, case: Any = None) -> forms.Field:
        """What may be chosen depends on who asks: the page fills it in."""
        return forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": Place(self.label).schema(), "maxItems": MOST}

    def shown(self, value: Any) -> str:
        called = full_names(set(value or ()))
        return "、".join(called.get(code, code) for code in value or ())
