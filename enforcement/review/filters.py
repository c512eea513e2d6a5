"""What can be asked of the reviews."""

import django_filters
from django.db.models import QuerySet

from lawgov.casework.filters import CaseFilter, YearFilter

from .choices import DEFECT, OPINION_TYPES, Type
from .models import Opinion
from .procedure import REVIEW


class ReviewFilter(CaseFilter):
    kind = REVIEW.kind

    state = django_filters.ChoiceFilter(label="状态", choices=list(REVIEW.states.items()))
    type = django_filters.ChoiceFilter(
        label="审核类型", field_name="review__type", choices=Type.choices
    )
    opinion = django_filters.ChoiceFilter(
        label="意见类型", method="by_opinion", choices=OPINION_TYPES
    )
    defect = django_filters.ChoiceFilter(label="问题", method="by_opinion", choices=DEFECT.asked)
    opined = YearFilter(label="意见年度", method="by_opinion")

    def by_opinion(self, rows: QuerySet, name: str, value: str | int) -> QuerySet:
        """What is asked of opinions is asked of one and the same opinion."""
        asked = {key: self.form.cleaned_data.get(key) for key in ASKED}
        given = {ASKED[key]: said for key, said in asked.items() if said}
        given |= {key: [said] for key, said in given.items() if key.endswith("contains")}
        return rows.filter(pk__in=Opinion.objects.filter(**given).values("case"))


ASKED = {"opinion": "type", "defect": "defects__contains", "opined": "on__year"}
