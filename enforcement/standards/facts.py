"""Facts that name a standard by its code."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms

from lawgov.casework.fact import Fact, Listed, Wrong
from lawgov.casework.text import unclean
from lawgov.units.models import names

from . import powers
from .choices import PowerKind
from .models import PowerItem


@dataclass(frozen=True)
class Power(Listed):
    """A power by its code. Whether the case's unit holds it that day is a rule of the step."""

    kind: str = PowerKind.PENALTY
    day: date | None = None

    def on(self, day: date) -> "Fact":
        return replace(self, day=day)

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str) or len(raw) > 40 or unclean(raw):
            raise Wrong("应为权责事项代码")
        if not PowerItem.objects.in_force(self.day).filter(kind=self.kind, code=raw).exists():
            raise Wrong("当日没有这个代码的权责事项")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        offered = self.offered(case.unit) if case is not None and case.unit else self.everywhere()
        return forms.ChoiceField(choices=[("", "请选择"), *offered], **self.common())

    def offered(self, unit: str) -> list[tuple[str, str]]:
        return [(item.code, str(item)) for item in powers.held(unit, self.day, self.kind)]

    def everywhere(self) -> list[tuple[str, str]]:
        """Where the unit is not yet known: every power, with who holds it, if that differs."""
        holders: dict[str, dict[str, str]] = defaultdict(dict)
        for item in PowerItem.objects.in_force(self.day).filter(kind=self.kind):
            holders[item.code][item.unit] = item.name
        called = names({unit for held in holders.values() for unit in held})
        return [(code, label(code, held, called)) for code, held in sorted(holders.items())]

    def codes(self) -> list[str]:
        return [code for code, _ in self.everywhere()]

    def shown(self, value: Any) -> str:
        """As it was called last: a code means one thing for ever."""
        item = PowerItem.objects.filter(code=value).order_by("-since").first() if value else None
        return str(item or value or "")


def label(code: str, held: dict[str, str], called: dict[str, str]) -> str:
    name = next(iter(held.values()))
    where = [called.get(unit, unit) for unit in held if len(unit) > 1]
    return f"{code} {name}（{'、'.join(where)}）" if where else f"{code} {name}"
