"""Facts that name what this room and the standards keep."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django import forms

from enforcement.standards import tags
from enforcement.standards.tags import PatrolTag
from lawgov.casework.fact import Listed, Wrong
from lawgov.units import scope


@dataclass(frozen=True)
class Tag(Listed):
    """A tag by its code; whether the unit keeps it that day is a rule of the step."""

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str) or not 0 < len(raw) <= 40 or "\x00" in raw:
            raise Wrong("应为问题标签的代码")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        """By groups; where the unit is not known yet, the trees of all that keep one."""
        units = [case.unit] if case is not None and case.unit else self.keepers()
        offered: dict[str, dict[str, str]] = defaultdict(dict)
        for unit in units:
            for code, path in tags.choices(unit):
                group, _, name = path.partition("－")
                offered[group][code] = name or group
        groups = [(group, list(each.items())) for group, each in offered.items()]
        return forms.ChoiceField(choices=[("", "请选择"), *groups], **self.common())

    def keepers(self) -> list[str]:
        rows = PatrolTag.objects.in_force()
        return list(rows.order_by("unit").values_list("unit", flat=True).distinct()) or [
            scope.NATION
        ]

    def shown(self, value: Any) -> str:
        """As it was called last: a code means one thing for ever."""
        row = PatrolTag.objects.filter(code=value).order_by("-since").first() if value else None
        return row.name if row else str(value or "")
