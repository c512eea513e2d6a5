"""What can be asked of the rounds of screening and of their plans."""

import django_filters

from lawgov.casework.filters import CaseFilter, DayInYear, EntryFilter

from ..choices import Found
from .choices import ROUND
from .plans import PLAN


class ScreeningFilter(EntryFilter):
    type = django_filters.ChoiceFilter(label="排查方式", choices=ROUND.asked)
    found = django_filters.ChoiceFilter(label="排查结果", field_name="facet", choices=Found.choices)


class PlanFilter(CaseFilter):
    kind = PLAN.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(PLAN.states.items()))
    type = django_filters.ChoiceFilter(
        label="排查方式", field_name="round_plan__type", choices=ROUND.asked
    )
    until = DayInYear(label="截止年度", field_name="round_plan__until")
