"""What can be asked of the register of organisations."""

from datetime import date

import django_filters
from django.db.models import QuerySet

from lawgov.casework.filters import CODE, DAY, Asked
from lawgov.units.periods import in_force

from .models import Kind, OrganisationQuerySet


class OrganisationFilter(Asked):
    first = ("q", "kind", "unit", "on")

    q = django_filters.CharFilter(label="名称", field_name="name", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label="类别", choices=Kind.choices)
    unit = django_filters.CharFilter(label="所在单位", method="under", validators=[CODE])
    on = django_filters.DateFilter(label="在册日期", method="in_force", widget=DAY)
    member = django_filters.CharFilter(label="成员姓名", method="with_member", max_length=50)

    def in_force(self, bodies: OrganisationQuerySet, name: str, day: date) -> OrganisationQuerySet:
        return bodies.in_force(day)

    def with_member(self, bodies: QuerySet, name: str, text: str) -> QuerySet:
        return bodies.filter(in_force(path="members__"), members__name=text).distinct()
