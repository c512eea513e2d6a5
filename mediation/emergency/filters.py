"""What can be asked of incidents."""

import django_filters
from django.db.models import QuerySet

from lawgov.casework.filters import CaseFilter

from .choices import INCIDENT as KINDS
from .choices import Channel, Work
from .procedure import INCIDENT


class IncidentFilter(CaseFilter):
    kind = INCIDENT.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(INCIDENT.states.items()))
    type = django_filters.ChoiceFilter(
        label="事件类型", field_name="incident__type", choices=KINDS.asked
    )
    channel = django_filters.ChoiceFilter(label="报告来源", choices=Channel.choices)
    work = django_filters.ChoiceFilter(label="工作内容", method="with_work", choices=Work.choices)

    def with_work(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows.filter(incident__works__contains=[code])
