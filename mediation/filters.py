"""What can be asked of the disputes."""

import django_filters
from django.db.models import Exists, OuterRef, QuerySet

from lawgov.casework.filters import CaseFilter
from lawgov.parties.filters import WithParties

from . import teams
from .choices import CHANNEL, DISPUTE_TYPE, FACTOR, SUBTYPE, Prevented, Risk
from .models import TeamMember
from .procedure import DISPUTE


class DisputeFilter(WithParties, CaseFilter):
    kind = DISPUTE.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(DISPUTE.states.items()))
    type = django_filters.ChoiceFilter(
        label="纠纷类型", field_name="dispute__type", choices=DISPUTE_TYPE.asked
    )
    subtype = django_filters.ChoiceFilter(
        label="细类", field_name="dispute__subtype", choices=SUBTYPE.asked
    )
    channel = django_filters.ChoiceFilter(label="来源", choices=CHANNEL.asked)
    risk = django_filters.ChoiceFilter(
        label="风险等级", field_name="dispute__risk", choices=Risk.choices
    )
    outer_number = django_filters.CharFilter(
        label="外部系统案号", field_name="dispute__outer_number", max_length=64
    )
    team = django_filters.ChoiceFilter(
        label="双员双师", method="with_team", choices=[("full", "已满员"), ("short", "尚有空缺")]
    )
    prevented = django_filters.ChoiceFilter(
        label="防止激化", field_name="dispute__prevented", choices=Prevented.choices
    )
    factor = django_filters.ChoiceFilter(
        label="风险因素", method="with_factor", choices=FACTOR.asked
    )

    def with_team(self, rows: QuerySet, name: str, which: str) -> QuerySet:
        full = teams.full(TeamMember.objects.filter(until=None))
        if which == "full":
            return rows.filter(pk__in=full)
        formed = TeamMember.objects.filter(case=OuterRef("pk"))
        return rows.filter(Exists(formed)).exclude(pk__in=full)

    def with_factor(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows.filter(dispute__factors__contains=[code])
