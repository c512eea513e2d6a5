"""What can be asked of the questions of law."""

import django_filters

from lawgov.casework.filters import CaseFilter

from .procedure import QUESTION


class QuestionFilter(CaseFilter):
    kind = QUESTION.kind
    first = ("q", "unit", "state")

    state = django_filters.ChoiceFilter(label="状态", choices=list(QUESTION.states.items()))
    department = django_filters.CharFilter(
        label="提出科室", field_name="question__department", lookup_expr="icontains",
        max_length=100,
    )  # fmt: skip
