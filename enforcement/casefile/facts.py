"""What a check of a file asks that nothing else asks: which case, and which item of the rubric."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import TextChoices

from enforcement.standards import rubrics
from enforcement.standards.models import RubricItem
from lawgov.casework.about import About
from lawgov.casework.facts import Choice, Wrong
from lawgov.casework.models import Case


@dataclass(frozen=True)
class Checked(About):
    """The penalty case whose file is checked."""

    unknown = "没有这个处罚案件"

    def takes(self, case: Case) -> bool:
        return case.kind == "penalty"


@dataclass(frozen=True)
class Item(Choice):
    """An item of the rubric by its code; whether it is in force there that day is a rule."""

    choices: Any = TextChoices

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str) or not 0 < len(raw) <= 40:
            raise Wrong("应为评分项代码")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        held = rubrics.held(case.unit) if case is not None and case.unit else []
        offered = [(item.code, f"{item.code} {item.label}（{item.points}分）") for item in held]
        return forms.ChoiceField(choices=[("", "请选择"), *offered], **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": 40}

    def shown(self, value: Any) -> str:
        item = RubricItem.objects.filter(code=value).order_by("-since").first()
        return str(item or value or "")


@dataclass(frozen=True)
class Found(Item):
    """An item for which something was found, by its code."""

    def field(self, case: Any = None) -> forms.Field:
        found = [(row.code, f"{row.code} {row.defect}") for row in case.part("marks") if row.defect]
        return forms.ChoiceField(choices=[("", "请选择"), *found], **self.common())
