"""What can be asked of the publications, by staff and by everybody."""

import django_filters
from django.db.models import QuerySet

from lawgov.casework.filters import CODE, Asked, CaseFilter, DayInYear

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
    year = DayInYear(label="公示年度", field_name="public_on")


class UnitFilter(Asked):
    """A unit alone."""

    unit = django_filters.CharFilter(label="单位", method="ignored", validators=[CODE])

    def ignored(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows
