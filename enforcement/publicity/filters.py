"""What can be asked of the publications, by staff and by everybody."""

from datetime import date

import django_filters
from django.db.models import QuerySet

from lawgov.casework.facts import FIRST_YEAR, LAST_YEAR
from lawgov.casework.filters import CODE, Asked, CaseFilter, YearFilter

from .choices import TYPE
from .procedure import PUBLICATION


class PublicationFilter(CaseFilter):
    kind = PUBLICATION.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(PUBLICATION.states.items()))
    type = django_filters.ChoiceFilter(
        label="公示事项", field_name="publication__type", choices=TYPE.asked
    )


class PublicFilter(Asked):
    """Over the publications that stand in public."""

    unit = django_filters.CharFilter(
        label="单位", field_name="case__unit", method="under", validators=[CODE]
    )
    type = django_filters.ChoiceFilter(label="公示事项", choices=TYPE.asked)
    year = YearFilter(
        label="公示年度", method="published_in", min_value=FIRST_YEAR, max_value=LAST_YEAR
    )

    def under(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return super().under(rows, "case__unit", code)

    def published_in(self, rows: QuerySet, name: str, year: int) -> QuerySet:
        return rows.filter(public_on__gte=date(year, 1, 1), public_on__lt=date(year + 1, 1, 1))


class UnitFilter(Asked):
    """A unit alone."""

    unit = django_filters.CharFilter(label="单位", method="ignored", validators=[CODE])

    def ignored(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows
