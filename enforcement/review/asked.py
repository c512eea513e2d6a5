"""What a review asks that no other kind of case asks."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lawgov.casework.facts import Choice, Fact, Integer
from lawgov.parties.models import Party

from . import subjects
from .choices import Finding
from .models import POINTS

POINT_FACTS: dict[str, Fact] = {
    name: Choice(label, choices=Finding) for name, label in POINTS.items()
}


@dataclass(frozen=True)
class Standing(Integer):
    """Who stands in the case under review, by the id of the row."""

    least: int = 1
    most: int = 2**63 - 1

    def field(self, case: Any = None) -> forms.Field:
        names = subjects.of(case.detail.subject).names if case else ()
        rows = Party.objects.filter(pk__in=names).select_related("case").order_by("pk")
        choices = [("", "请选择"), *((row.pk, str(row)) for row in rows)]
        return forms.ChoiceField(choices=choices, **self.common())

    def told(self, value: Any, case: Any) -> str:
        row = Party.objects.filter(pk=value).select_related("case").first()
        return str(row) if row else ""
