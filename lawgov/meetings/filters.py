"""What can be asked of the meetings."""

import django_filters

from lawgov.casework.filters import DAY, CaseFilter

from .choices import Type
from .procedure import MEETING


class MeetingFilter(CaseFilter):
    kind = MEETING.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(MEETING.states.items()))
    type = django_filters.ChoiceFilter(
        label="会议类型", field_name="meeting__type", choices=Type.choices
    )
    planned_from = django_filters.DateFilter(
        label="会议日期起", field_name="meeting__planned_on", lookup_expr="gte", widget=DAY
    )
    planned_to = django_filters.DateFilter(
        label="会议日期止", field_name="meeting__planned_on", lookup_expr="lte", widget=DAY
    )
