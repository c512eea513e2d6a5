"""What can be asked of the penalty cases."""

import django_filters
from django.db.models import QuerySet
from django.utils.timezone import localdate

from enforcement.standards.choices import OBJECT
from lawgov.casework.filters import CaseFilter
from lawgov.parties.filters import WithParties

from .choices import Channel, Course
from .procedure import PENALTY

RECORD = (
    ("due", "待提请备案"),
    ("overdue", "逾期未提请备案"),
    ("filed", "待核对"),
    ("recorded", "已备案"),
)


class PenaltyFilter(WithParties, CaseFilter):
    kind = PENALTY.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(PENALTY.states.items()))
    course = django_filters.ChoiceFilter(
        label="程序", field_name="penalty__course", choices=Course.choices
    )
    channel = django_filters.ChoiceFilter(label="案件来源", choices=Channel.choices)
    object = django_filters.ChoiceFilter(
        label="执法对象", field_name="penalty__object", choices=OBJECT.asked
    )
    record = django_filters.ChoiceFilter(label="简易案件备案", method="of_record", choices=RECORD)

    def of_record(self, rows: QuerySet, name: str, wanted: str) -> QuerySet:
        """Where a decision on the spot stands on its way to the record."""
        simple = rows.filter(penalty__course=Course.SIMPLE)
        if wanted == "recorded":
            return simple.exclude(penalty__recorded_on=None)
        if wanted == "filed":
            return simple.filter(penalty__recorded_on=None).exclude(
                penalty__filed_for_record_on=None
            )
        waiting = simple.filter(penalty__filed_for_record_on=None)
        return (
            waiting.filter(penalty__record_by__lt=localdate()) if wanted == "overdue" else waiting
        )
