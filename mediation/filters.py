"""What can be asked of the disputes and of the rounds of screening."""

import django_filters

from lawgov.casework.filters import CaseFilter, EntryFilter
from lawgov.parties.filters import WithParties

from .choices import Channel, DisputeType, Found, Risk, Round, Subtype
from .procedure import DISPUTE


class DisputeFilter(WithParties, CaseFilter):
    kind = DISPUTE.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(DISPUTE.states.items()))
    type = django_filters.ChoiceFilter(
        label="纠纷类型", field_name="dispute__type", choices=DisputeType.choices
    )
    subtype = django_filters.ChoiceFilter(
        label="细类", field_name="dispute__subtype", choices=Subtype.choices
    )
    channel = django_filters.ChoiceFilter(label="来源", choices=Channel.choices)
    risk = django_filters.ChoiceFilter(
        label="风险等级", field_name="dispute__risk", choices=Risk.choices
    )


class ScreeningFilter(EntryFilter):
    type = django_filters.ChoiceFilter(label="排查方式", choices=Round.choices)
    found = django_filters.ChoiceFilter(label="排查结果", field_name="facet", choices=Found.choices)
