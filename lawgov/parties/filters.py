"""The one question about people: the cases of who has this very ID number or phone."""

import django_filters
from django import forms
from django.core.validators import RegexValidator
from django.db.models import Q, QuerySet

from lawgov.casework.filters import Asked

from .models import Party

INDEX = RegexValidator(r"^[0-9a-f]{64}\Z", "不是检索码")


def cases_of(index: str) -> QuerySet:
    """The cases of whoever has the number of this blind index."""
    same = Party.objects.filter(Q(id_blind=index) | Q(phone_blind=index))
    return same.values("case")


class WithParties(Asked):
    """Mixed into the filter of a kind whose cases have parties."""

    # What comes is the blind index: a number of a person stands in no address and no log.
    party = django_filters.CharFilter(
        label="当事人精确检索", method="with_party", validators=[INDEX], widget=forms.HiddenInput
    )

    def with_party(self, rows: QuerySet, name: str, index: str) -> QuerySet:
        return rows.filter(pk__in=cases_of(index))
