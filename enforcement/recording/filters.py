"""What can be asked of the records of all cases."""

from datetime import date

import django_filters
from django.db.models import QuerySet

from lawgov.casework.facts import FIRST_YEAR, LAST_YEAR
from lawgov.casework.filters import CODE, Asked, YearFilter

from .choices import DEFECT, Form, Stage


class RecordingFilter(Asked):
    unit = django_filters.CharFilter(label="单位", method="under", validators=[CODE])
    year = YearFilter(label="采集年度", method="shot_in", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    means = django_filters.ChoiceFilter(label="记录方式", field_name="form", choices=Form.choices)
    stage = django_filters.ChoiceFilter(label="状态", choices=Stage.choices)
    defect = django_filters.ChoiceFilter(label="问题", method="with_defect", choices=DEFECT.asked)

    def under(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return super().under(rows, "case__unit", code)

    def shot_in(self, rows: QuerySet, name: str, year: int) -> QuerySet:
        return rows.filter(shot_on__gte=date(year, 1, 1), shot_on__lt=date(year + 1, 1, 1))

    def with_defect(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows.filter(defects__contains=[code])
