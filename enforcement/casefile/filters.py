"""What can be asked of the checks of files."""

import django_filters

from lawgov.casework.filters import DAY, CaseFilter

from .choices import CheckForm
from .procedure import FILE_CHECK


class FileCheckFilter(CaseFilter):
    kind = FILE_CHECK.kind
    first = ("q", "unit", "state", "form", "tray")

    state = django_filters.ChoiceFilter(label="状态", choices=list(FILE_CHECK.states.items()))
    form = django_filters.ChoiceFilter(
        label="评查方式", field_name="file_check__form", choices=CheckForm.choices
    )
    scored_from = django_filters.DateFilter(
        label="评分日期起", field_name="file_check__scored_on", lookup_expr="gte", widget=DAY
    )
    scored_to = django_filters.DateFilter(
        label="评分日期止", field_name="file_check__scored_on", lookup_expr="lte", widget=DAY
    )
