"""What can be asked of the penalty cases."""

import django_filters

from enforcement.standards.choices import OBJECT
from lawgov.casework.filters import CaseFilter
from lawgov.parties.filters import WithParties

from .choices import Channel, Course
from .procedure import PENALTY


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
