"""What can be asked of each kind of what is found."""

import django_filters
from django.db.models import QuerySet

from enforcement.standards.choices import OBJECT
from lawgov.casework.filters import CaseFilter, EntryFilter, YearFilter

from .choices import DISORDER, FIELD, HAZARD, THEME, Channel, Grade, Mode, Priority, Seen, Way
from .procedures.campaign import CAMPAIGN
from .procedures.finding import FINDING
from .procedures.hazard import HAZARD as HAZARDS
from .procedures.inspection import INSPECTION
from .procedures.lead import LEAD
from .procedures.plan import PLAN


def states(procedure: object) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(label="状态", choices=list(procedure.states.items()))  # type: ignore[attr-defined]


class LeadFilter(CaseFilter):
    kind = LEAD.kind

    state = states(LEAD)
    field = django_filters.ChoiceFilter(
        label="执法领域", field_name="lead__field", choices=FIELD.asked
    )
    priority = django_filters.ChoiceFilter(
        label="优先级", field_name="lead__priority", choices=Priority.choices
    )


class FindingFilter(CaseFilter):
    kind = FINDING.kind

    state = states(FINDING)
    channel = django_filters.ChoiceFilter(label="发现方式", choices=Channel.choices)
    disorder = django_filters.ChoiceFilter(
        label="六乱类别", field_name="finding__disorder", choices=DISORDER.asked
    )
    tag = django_filters.CharFilter(label="问题标签代码", field_name="finding__tag", max_length=40)


class InspectionFilter(CaseFilter):
    kind = INSPECTION.kind

    state = states(INSPECTION)
    theme = django_filters.ChoiceFilter(
        label="检查主题", field_name="inspection__theme", choices=THEME.asked
    )
    mode = django_filters.ChoiceFilter(
        label="检查方式", field_name="inspection__mode", choices=Mode.choices
    )
    object = django_filters.ChoiceFilter(
        label="执法对象", field_name="inspection__object", choices=OBJECT.asked
    )
    campaign = django_filters.NumberFilter(label="专项行动", method="of_campaign")

    def of_campaign(self, rows: QuerySet, name: str, pk: int) -> QuerySet:
        return rows.filter(inspection__campaign=int(pk))


class PlanFilter(CaseFilter):
    kind = PLAN.kind

    state = states(PLAN)
    year = YearFilter(label="计划年度", field_name="inspection_plan__plan_year")


class CampaignFilter(CaseFilter):
    kind = CAMPAIGN.kind

    state = states(CAMPAIGN)
    theme = django_filters.ChoiceFilter(
        label="主题", field_name="campaign__theme", choices=THEME.asked
    )


class HazardFilter(CaseFilter):
    kind = HAZARDS.kind

    state = states(HAZARDS)
    type = django_filters.ChoiceFilter(
        label="隐患类别", field_name="hazard__type", choices=HAZARD.asked
    )
    grade = django_filters.ChoiceFilter(
        label="隐患等级", field_name="hazard__grade", choices=Grade.choices
    )


class PatrolFilter(EntryFilter):
    type = django_filters.ChoiceFilter(label="巡查方式", choices=Way.choices)
    found = django_filters.ChoiceFilter(label="巡查结果", field_name="facet", choices=Seen.choices)


class HotspotFilter(EntryFilter):
    type = django_filters.ChoiceFilter(label="主题", choices=THEME.asked)
