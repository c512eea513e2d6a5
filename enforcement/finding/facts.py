"""Facts that name what this room and the standards keep."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django import forms

from enforcement.standards import tags
from enforcement.standards.tags import PatrolTag
from lawgov.casework.fact import Listed, Wrong


@dataclass(frozen=True)
class Tag(Listed):
    """A tag by its code; whether the unit keeps it that day is a rule of the step."""

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str) or not 0 < len(raw) <= 40 or "\x00" in raw:
            raise Wrong("应为问题标签的代码")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        known = case is not None and case.unit
        offered: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for code, path in tags.choices(case.unit) if known else tags.everywhere():
            group, _, name = path.partition("－")
            offered[group].append((code, name or group))
        choices: list[Any] = [("", "请选择"), *offered.items()]
        return forms.ChoiceField(choices=choices, **self.common())

    def codes(self) -> list[str]:
        return [code for code, _ in tags.everywhere()]

    def shown(self, value: Any) -> str:
        """As it was called last: a code means one thing for ever."""
        row = PatrolTag.objects.filter(code=value).order_by("-since").first() if value else None
        return row.name if row else str(value or "")
