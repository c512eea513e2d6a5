"""What can be asked of the records of all cases."""

import django_filters
from django.db.models import QuerySet

from lawgov.casework.filters import CODE, Asked, DayInYear

from .choices import DEFECT, Form, Stage


class RecordingFilter(Asked):
    unit = django_filters.CharFilter(
        label="单位", field_name="case__unit", method="under", validators=[CODE]
    )
    year = DayInYear(label="采集年度", field_name="shot_on")
    means = django_filters.ChoiceFilter(label="记录方式", field_name="form", choices=Form.choices)
    stage = django_filters.ChoiceFilter(label="状态", choices=Stage.choices)
    defect = django_filters.ChoiceFilter(label="问题", method="with_defect", choices=DEFECT.asked)

    def with_defect(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows.filter(defects__contains=[code])
