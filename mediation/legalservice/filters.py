"""What can be asked of public legal service."""

import django_filters

from lawgov.casework.filters import DAY, CaseFilter, EntryFilter
from lawgov.parties.filters import WithParties
from mediation.choices import Satisfaction

from .choices import AID_MATTER, POINT_KIND, TOPIC, AidResult, Duty, Means, Mode, Outcome, Way
from .procedures.aid import AID_REQUEST
from .procedures.consultation import CONSULTATION
from .procedures.pact import PACT
from .procedures.point import SERVICE_POINT


class ConsultationFilter(WithParties, CaseFilter):
    kind = CONSULTATION.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(CONSULTATION.states.items()))
    topic = django_filters.ChoiceFilter(
        label="咨询类别", field_name="consultation__topic", choices=TOPIC.asked
    )
    mode = django_filters.ChoiceFilter(
        label="服务方式", field_name="consultation__mode", choices=Mode.choices
    )
    channel = django_filters.ChoiceFilter(label="受理渠道", choices=Way.choices)
    outcome = django_filters.ChoiceFilter(
        label="处理意见", field_name="consultation__outcome", choices=Outcome.choices
    )
    satisfaction = django_filters.ChoiceFilter(
        label="评价", field_name="consultation__satisfaction", choices=Satisfaction.choices
    )
    held_from = django_filters.DateFilter(
        label="接待日期起", field_name="consultation__held_on", lookup_expr="gte", widget=DAY
    )
    held_to = django_filters.DateFilter(
        label="接待日期止", field_name="consultation__held_on", lookup_expr="lte", widget=DAY
    )


class PactFilter(CaseFilter):
    kind = PACT.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(PACT.states.items()))
    until_from = django_filters.DateFilter(
        label="有效期至（起）", field_name="pact__until", lookup_expr="gte", widget=DAY
    )
    until_to = django_filters.DateFilter(
        label="有效期至（止）", field_name="pact__until", lookup_expr="lte", widget=DAY
    )


class AidFilter(WithParties, CaseFilter):
    kind = AID_REQUEST.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(AID_REQUEST.states.items()))
    matter = django_filters.ChoiceFilter(
        label="援助事项", field_name="aid_request__matter", choices=AID_MATTER.asked
    )
    means = django_filters.ChoiceFilter(
        label="经济状况", field_name="aid_request__means", choices=Means.choices
    )
    result = django_filters.ChoiceFilter(
        label="办理结果", field_name="aid_request__result", choices=AidResult.choices
    )


class PointFilter(CaseFilter):
    kind = SERVICE_POINT.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(SERVICE_POINT.states.items()))
    type = django_filters.ChoiceFilter(
        label="服务点类别", field_name="service_point__type", choices=POINT_KIND.asked
    )


class DutyFilter(EntryFilter):
    type = django_filters.ChoiceFilter(label="场次类别", choices=Duty.choices)
