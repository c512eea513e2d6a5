"""What can be asked of the tasks."""

import django_filters

from lawgov.casework.filters import DAY, CaseFilter

from .choices import Source
from .procedure import TASK


class TaskFilter(CaseFilter):
    kind = TASK.kind
    first = ("q", "unit", "desk", "state", "tray")

    state = django_filters.ChoiceFilter(label="状态", choices=list(TASK.states.items()))
    channel = django_filters.ChoiceFilter(label="任务来源", choices=Source.choices)
    due_from = django_filters.DateFilter(
        label="到期日起", field_name="due_on", lookup_expr="gte", widget=DAY
    )
    due_to = django_filters.DateFilter(
        label="到期日止", field_name="due_on", lookup_expr="lte", widget=DAY
    )
