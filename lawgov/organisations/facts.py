"""An organisation as a fact: which body something is done with, or sent to."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lawgov.casework.fact import Fact, Wrong
from lawgov.casework.text import unclean
from lawgov.units import scope

from .models import Kind, Organisation, OrganisationQuerySet

MOST_OFFERED = 500


@dataclass(frozen=True)
class Body(Fact):
    """A standing body of one of these kinds, by its number, or by its name where only one is called
    so; whether it is near is a rule."""

    kinds: tuple[Kind, ...] = ()

    def read(self, raw: Any) -> Organisation:
        if isinstance(raw, Organisation) and raw.kind in self.kinds:
            return raw
        text = str(raw)
        if unclean(text):
            raise Wrong(f"没有这个{self.called}")
        is_number = text.isascii() and text.isdigit() and len(text) < 19
        asked = {"pk": int(text)} if is_number else {"name": text}
        found = list(self.standing().filter(**asked)[:2])
        if len(found) != 1:
            raise Wrong(
                f"不止一个{self.called}叫这个名称，请填编号" if found else f"没有这个{self.called}"
            )
        return found[0]

    def standing(self) -> OrganisationQuerySet:
        return Organisation.objects.in_force().filter(kind__in=self.kinds)

    @property
    def called(self) -> str:
        return "、".join(str(kind.label) for kind in self.kinds)

    def field(self, case: Any = None) -> forms.Field:
        """Those of the case's county; before there is a case, those of everywhere."""
        near = self.standing().order_by("unit", "name")
        if case is not None and case.unit:
            near = near.under(county(case.unit))
        offered = list(near.values_list("pk", "name")[:MOST_OFFERED])
        return forms.ChoiceField(choices=[("", "请选择"), *offered], **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "description": f"{self.called}的编号"}

    def kept(self, value: Any) -> Any:
        return getattr(value, "pk", value)  # a column has its number

    def shown(self, value: Any) -> str:
        return Organisation.objects.filter(pk=value).values_list("name", flat=True).first() or ""


def county(unit: str) -> str:
    return unit[: scope.DIGITS[scope.Level.COUNTY]]


def is_near(body: Organisation, unit: str) -> bool:
    """In the same county, or at a level above it."""
    return scope.covers(county(unit), body.unit) or scope.covers(body.unit, unit)
