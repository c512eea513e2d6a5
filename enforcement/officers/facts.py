"""Facts of an officer's file that name a body or a place."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from lawgov.casework.fact import Fact, Wrong
from lawgov.casework.facts import Place
from lawgov.organisations.models import Kind, Organisation, OrganisationQuerySet
from lawgov.units import scope
from lawgov.units.models import full_names


def teams(unit: str, on: date | None = None) -> OrganisationQuerySet:
    """The enforcement teams of a street."""
    return (
        Organisation.objects.in_force(on)
        .under(scope.street(unit))
        .filter(kind=Kind.ENFORCEMENT_TEAM)
        .order_by("unit", "name")
    )


@dataclass(frozen=True)
class Area(Place):
    """A unit, called by its name wherever it is shown."""

    def shown(self, value: Any) -> str:
        return full_names([value]).get(value, value) if value else ""


@dataclass(frozen=True)
class Team(Fact):
    """An enforcement team by its number. Whether it is of this street is a rule of the step."""

    def read(self, raw: Any) -> Organisation:
        text = str(raw)
        digits = text.isascii() and text.isdigit() and len(text) < 19
        found = Organisation.objects.filter(pk=int(text)).first() if digits else None
        if found is None or found.kind != Kind.ENFORCEMENT_TEAM:
            raise Wrong("没有这个执法队")
        return found

    def field(self, case: Any = None) -> forms.Field:
        offered = [(team.pk, team.name) for team in teams(case.unit)] if case else []
        return forms.ChoiceField(choices=[("", "请选择"), *offered], **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "description": "执法队编号"}

    def kept(self, value: Any) -> Any:
        return value.pk

    def shown(self, value: Any) -> str:
        return Organisation.objects.filter(pk=value).values_list("name", flat=True).first() or ""
