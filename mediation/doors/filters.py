"""What can be asked of reports by code and of the places where a code hangs."""

import django_filters

from lawgov.casework.filters import CaseFilter, EntryFilter

from ..choices import Risk, Satisfaction
from .procedure import CODE_REPORT


class CodeReportFilter(CaseFilter):
    kind = CODE_REPORT.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(CODE_REPORT.states.items()))
    risk = django_filters.ChoiceFilter(
        label="风险等级", field_name="code_report__risk", choices=Risk.choices
    )
    rating = django_filters.ChoiceFilter(
        label="评价", field_name="code_report__rating", choices=Satisfaction.choices
    )


class CodePlaceFilter(EntryFilter):
    pass
