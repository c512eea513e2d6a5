"""What can be asked of counsellings, crises and key persons."""

import django_filters

from lawgov.casework.filters import DAY, CaseFilter

from .choices import CRISIS as KINDS
from .choices import KEY, Grade, Outcome
from .counselling import COUNSELLING
from .crisis import CRISIS
from .key_person import KEY_PERSON


class CounsellingFilter(CaseFilter):
    kind = COUNSELLING.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(COUNSELLING.states.items()))
    grade = django_filters.ChoiceFilter(
        label="评估等级", field_name="counselling__grade", choices=Grade.choices
    )


class CrisisFilter(CaseFilter):
    kind = CRISIS.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(CRISIS.states.items()))
    type = django_filters.ChoiceFilter(
        label="危机类型", field_name="crisis__type", choices=KINDS.asked
    )
    outcome = django_filters.ChoiceFilter(
        label="处置结果", field_name="crisis__outcome", choices=Outcome.choices
    )


class KeyPersonFilter(CaseFilter):
    kind = KEY_PERSON.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(KEY_PERSON.states.items()))
    type = django_filters.ChoiceFilter(
        label="人员类别", field_name="key_person__type", choices=KEY.asked
    )
    grade = django_filters.ChoiceFilter(
        label="关注等级", field_name="key_person__grade", choices=Grade.choices
    )
    due_to = django_filters.DateFilter(
        label="下次走访日期止", field_name="key_person__next_on", lookup_expr="lte", widget=DAY
    )
