"""What can be asked of petitions, reception days and batches received."""

import django_filters

from lawgov.casework.filters import CaseFilter, EntryFilter
from lawgov.parties.filters import WithParties
from mediation.choices import Level

from .choices import MATTER, Channel, Purpose, Result, Standing, Way
from .procedure import PETITION
from .receiving import RECEPTION_DAY


class PetitionFilter(WithParties, CaseFilter):
    kind = PETITION.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(PETITION.states.items()))
    type = django_filters.ChoiceFilter(
        label="事项类别", field_name="petition__type", choices=MATTER.asked
    )
    channel = django_filters.ChoiceFilter(label="信访形式", choices=Channel.choices)
    purpose = django_filters.ChoiceFilter(
        label="信访目的", field_name="petition__purpose", choices=Purpose.choices
    )
    standing = django_filters.ChoiceFilter(
        label="积案情况", field_name="petition__standing", choices=Standing.choices
    )
    result = django_filters.ChoiceFilter(
        label="处理结果", field_name="petition__result", choices=Result.choices
    )


class ReceptionDayFilter(CaseFilter):
    kind = RECEPTION_DAY.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(RECEPTION_DAY.states.items()))


class ReceptionFilter(EntryFilter):
    type = django_filters.ChoiceFilter(label="接访方式", choices=Way.choices)
    level = django_filters.ChoiceFilter(
        label="接访领导级别", field_name="facet", choices=Level.choices
    )
    session = django_filters.CharFilter(label="接访日", field_name="subject", max_length=20)
