"""Facts that name a team and those of its roster who went."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lawgov.casework.fact import Fact, Wrong
from lawgov.organisations.models import Kind, Membership, Organisation, OrganisationQuerySet
from lawgov.units import scope
from lawgov.units.periods import in_force

MOST = 60


def teams(unit: str) -> OrganisationQuerySet:
    """The emergency teams of a street that stand today."""
    found = Organisation.objects.in_force().under(scope.street(unit))
    return found.filter(kind=Kind.EMERGENCY_TEAM).order_by("unit", "name")


def roster(unit: str) -> list[Membership]:
    """Who is in the street's teams today."""
    seats = Membership.objects.filter(in_force(), organisation__in=teams(unit))
    return list(seats.select_related("organisation").order_by("organisation", "pk"))


def number(raw: Any) -> int:
    text = str(raw)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


@dataclass(frozen=True)
class Team(Fact):
    """An emergency team by its number; whether it is of this street is a rule of the step."""

    def read(self, raw: Any) -> Organisation:
        found = Organisation.objects.filter(pk=number(raw), kind=Kind.EMERGENCY_TEAM).first()
        if found is None:
            raise Wrong("没有这个应急处突队伍")
        return found

    def field(self, case: Any = None) -> forms.Field:
        offered = [(team.pk, team.name) for team in teams(case.unit)] if case else []
        return forms.ChoiceField(choices=[("", "请选择"), *offered], **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "description": "队伍编号"}

    def kept(self, value: Any) -> Any:
        return value.pk

    def shown(self, value: Any) -> str:
        return Organisation.objects.filter(pk=value).values_list("name", flat=True).first() or ""


@dataclass(frozen=True)
class Members(Fact):
    """Members of a team's roster, each once."""

    def read(self, raw: Any) -> list[Membership]:
        if not isinstance(raw, list) or len(raw) > MOST:
            raise Wrong(f"应为队员的列表，至多{MOST}人")
        wanted = {number(each) for each in raw}
        found = Membership.objects.filter(
            pk__in=wanted, organisation__kind=Kind.EMERGENCY_TEAM
        ).select_related("organisation")
        if len(members := list(found.order_by("pk"))) != len(wanted):
            raise Wrong("没有这名队员")
        return members

    def field(self, case: Any = None) -> forms.Field:
        offered = roster(case.unit) if case else []
        choices = [(seat.pk, f"{seat.organisation.name}－{seat.name}") for seat in offered]
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "integer"}, "maxItems": MOST}

    def kept(self, value: Any) -> Any:
        return [getattr(member, "pk", member) for member in value or ()]

    def shown(self, value: Any) -> str:
        named = Membership.objects.filter(pk__in=value or ()).order_by("pk")
        return "、".join(named.values_list("name", flat=True))
