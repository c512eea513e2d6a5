"""The agencies that a street works with: 派出所, 法庭, 信访办, 律所 and the others, by register."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate

from lawgov.casework.common import rule_of_house
from lawgov.casework.fact import Fact, Wrong
from lawgov.organisations.models import Kind, Organisation
from lawgov.units import scope

# Whom a street refers to; its own stations and groups are reached by the ladder.
AGENCIES = (
    Kind.POLICE, Kind.COURT, Kind.PROCURATORATE, Kind.JUSTICE_OFFICE, Kind.PETITION_OFFICE,
    Kind.DEPARTMENT, Kind.ARBITRATION, Kind.NOTARY, Kind.DISTRICT_CENTRE, Kind.LAW_FIRM,
    Kind.LEGAL_AID, Kind.LEGAL_SERVICE, Kind.COUNSELLING, Kind.EMERGENCY_TEAM,
    Kind.ENFORCEMENT_TEAM, Kind.ENTERPRISE, Kind.UNIVERSITY,
)  # fmt: skip


def near(unit: str, on: date) -> Any:
    """The agencies of the street, and those above it that serve it, on a day."""
    street = scope.street(unit)
    standing = Organisation.objects.in_force(on).filter(kind__in=AGENCIES)
    return standing.under(street) | standing.filter(unit__in=scope.ancestors(street))


def offered(case: Any) -> list[tuple[int, str]]:
    bodies = near(case.unit, localdate()).order_by("kind", "name")
    return [(body.pk, f"{body.name}（{body.get_kind_display()}）") for body in bodies]


@dataclass(frozen=True)
class Agency(Fact):
    """A body of the register by its number; whether it serves the street is a rule of the step."""

    def read(self, raw: Any) -> Organisation:
        if isinstance(raw, Organisation):
            return raw
        number = str(raw)
        if not (number.isascii() and number.isdecimal() and len(number) < 19):
            raise Wrong("应为机构的编号")
        found = Organisation.objects.filter(pk=int(number), kind__in=AGENCIES).first()
        if not found:
            raise Wrong("机构名录内没有这个机构")
        return found

    def field(self, case: Any = None) -> forms.Field:
        choices = [("", "请选择"), *(offered(case) if case else [])]
        return forms.ChoiceField(choices=choices, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "description": "机构编号"}

    def kept(self, value: Any) -> Any:
        return getattr(value, "pk", value)

    def shown(self, value: Any) -> str:
        return Organisation.objects.filter(pk=value).values_list("name", flat=True).first() or ""


SERVES = rule_of_house(
    "机构应在机构名录内、设立期间，服务本街镇",
    lambda case, facts: near(case.unit, facts["on"]).filter(pk=facts["agency"].pk).exists(),
    asks=True,
)
