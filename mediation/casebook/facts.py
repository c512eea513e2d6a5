"""What the casebook asks that nothing else asks: a closed dispute, an edition, stories."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from lawgov.casework.about import About
from lawgov.casework.facts import Fact, Wrong
from lawgov.casework.models import Case

MOST_STORIES = 200


@dataclass(frozen=True)
class OfKind(About):
    """A case of one kind, by its id."""

    kind: str = ""

    @property
    def unknown(self) -> str:
        return f"没有这个{self.label}"

    def takes(self, case: Case) -> bool:
        return case.kind == self.kind


@dataclass(frozen=True)
class Stories(Fact):
    """Several stories, each once; whether they may be chosen is a rule of the step."""

    options: Callable[[Any], list[tuple[int, str]]] | None = None

    def read(self, raw: Any) -> list[Case]:
        if not isinstance(raw, list) or len(raw) > MOST_STORIES:
            raise Wrong(f"应为案例的列表，至多{MOST_STORIES}个")
        one = OfKind("案例", kind="story")
        found = {story.pk: story for story in map(one.read, raw)}
        return list(found.values())

    def field(self, case: Any = None) -> forms.Field:
        choices = self.options(case) if self.options and case else []
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "integer"}, "maxItems": MOST_STORIES}

    def kept(self, value: Any) -> Any:
        return [story.pk for story in value]

    def shown(self, value: Any) -> str:
        titles = Case.objects.filter(pk__in=value or ()).order_by("pk")
        return "、".join(titles.values_list("title", flat=True))
