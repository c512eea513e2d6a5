"""What can be asked of the mediators and of the batches of subsidies."""

import django_filters
from django.db.models import Exists, OuterRef, QuerySet

from lawgov.casework.filters import CaseFilter
from lawgov.people.models import MediatorKind

from .choices import Grade, Origin
from .models import Appraisal, Misconduct
from .procedures.mediator import MEDIATOR
from .procedures.subsidy import SUBSIDY


class MediatorFilter(CaseFilter):
    kind = MEDIATOR.kind
    first = ("q", "unit", "state", "mediator_kind", "grade")

    state = django_filters.ChoiceFilter(label="状态", choices=list(MEDIATOR.states.items()))
    mediator_kind = django_filters.ChoiceFilter(
        label="调解员类别", field_name="mediator__mediator_kind", choices=MediatorKind.choices
    )
    origin = django_filters.ChoiceFilter(
        label="产生方式", field_name="mediator__origin", choices=Origin.choices
    )
    committee = django_filters.CharFilter(
        label="调解委员会", field_name="mediator__committee__name", lookup_expr="icontains",
        max_length=100,
    )  # fmt: skip
    grade = django_filters.ChoiceFilter(
        label="考核等次", method="with_grade", choices=Grade.choices
    )
    misconduct = django_filters.BooleanFilter(label="有违规记录", method="with_misconduct")

    def with_grade(self, rows: QuerySet, name: str, grade: str) -> QuerySet:
        """By the last appraisal."""
        own = Appraisal.objects.filter(case=OuterRef("pk")).order_by("-of_year")
        return rows.alias(last=own.values("grade")[:1]).filter(last=grade)

    def with_misconduct(self, rows: QuerySet, name: str, has: bool) -> QuerySet:
        found = Exists(Misconduct.objects.filter(case=OuterRef("pk")))
        return rows.filter(found) if has else rows.filter(~found)


class SubsidyFilter(CaseFilter):
    kind = SUBSIDY.kind
    first = ("q", "unit", "state")

    state = django_filters.ChoiceFilter(label="状态", choices=list(SUBSIDY.states.items()))
