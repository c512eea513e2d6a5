"""What can be asked of a list of cases; a kind adds its own. Page, API and export share it."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from lawgov.people.models import Role, User
from lawgov.units import scope
from lawgov.units.fields import PATTERN

from .facts import FIRST_YEAR, LAST_YEAR
from .inbox import TRAYS
from .models.case import seen_by
from .paging import known_only
from .procedure import PROCEDURES
from .refusals import BadFacts

CODE = RegexValidator(PATTERN, "应为2、4、6、9、12或15位单位代码（全国为0）")
MOST_WORDS = 10
# What leaves few rows to compare word by word: the index of the search, once it is ready.
candidates: list[Callable[[QuerySet, User, str, str], QuerySet]] = []
DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")


def few_words(text: str) -> None:
    if len(text.split()) > MOST_WORDS:
        raise ValidationError(f"最多{MOST_WORDS}个词")


class Ranges(forms.Form):
    """Fields that come in pairs `x_from`, `x_to` must not be reversed."""

    def clean(self) -> dict[str, Any]:
        for name in self.fields:
            stem, _, end = name.rpartition("_")
            low, high = self.cleaned_data.get(name), self.cleaned_data.get(f"{stem}_to")
            if end == "from" and low and high and low > high:
                self.add_error(f"{stem}_to", "不能早于起始日期")
        return self.cleaned_data


class Asked(django_filters.FilterSet):
    """A filter that refuses what it does not know, instead of showing what was not asked for."""

    first: tuple[str, ...] = ()  # what stands open on a page

    @classmethod
    def of(
        cls,
        data: Mapping[str, Any],
        rows: QuerySet,
        request: HttpRequest,
        also: Collection[str] = (),
    ) -> "Asked":
        """The filter over the rows, or BadFacts with every fault; `also` belongs to the page."""
        known_only(data, {*cls.base_filters, *also})
        asked = cls(data, rows, request=request)
        if not asked.is_valid():
            raise BadFacts({name: list(why) for name, why in asked.errors.items()})
        return asked

    def under(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows.filter(scope.within(name, [scope.span(code)]))

    def words(self) -> list[str]:
        """What was asked, in words, for the head of an export."""
        data = self.form.cleaned_data
        return [
            f"{field.label}：{said(field, data[name])}"
            for name, field in self.form.fields.items()
            if data.get(name) not in (None, "")
        ]


def said(field: forms.Field, value: Any) -> str:
    return str(dict(getattr(field, "choices", ())).get(value, value))


class YearFilter(django_filters.Filter):
    """A year as a column holds it."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=FIRST_YEAR, max_value=LAST_YEAR, **kwargs)


class DayInYear(YearFilter):
    """The year in which the day of a column lies."""

    def filter(self, rows: QuerySet, year: int | None) -> QuerySet:
        if year is None:
            return rows
        first, end = date(year, 1, 1), date(year + 1, 1, 1)
        return rows.filter(**{f"{self.field_name}__gte": first, f"{self.field_name}__lt": end})


class CaseFilter(Asked):
    kind: str  # of case
    first: tuple[str, ...] = ("q", "unit", "state", "tray", "opened_from", "opened_to")

    q = django_filters.CharFilter(
        label="编号或名称", method="search", max_length=100, validators=[few_words]
    )
    unit = django_filters.CharFilter(label="所属单位", method="under", validators=[CODE])
    desk = django_filters.CharFilter(label="经办单位", method="under", validators=[CODE])
    opened_from = django_filters.DateFilter(
        label="登记日期起", field_name="opened_on", lookup_expr="gte", widget=DAY
    )
    opened_to = django_filters.DateFilter(
        label="登记日期止", field_name="opened_on", lookup_expr="lte", widget=DAY
    )
    closed = DayInYear(label="办结年度", field_name="closed_on")
    handler = django_filters.CharFilter(label="承办人", field_name="handler__name", max_length=50)
    tray = django_filters.ChoiceFilter(
        label="待办", method="in_tray", choices=[(n, tray.label) for n, tray in TRAYS.items()]
    )
    post = django_filters.ChoiceFilter(label="岗位", method="on_post", widget=forms.HiddenInput)

    class Meta:
        form = Ranges

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [(str(seat.id), Role(seat.role).label) for seat in self.request.user.seats]
        self.filters["post"].extra["choices"] = held

    @property
    def user(self) -> User:
        """Who asks: on all their posts, or on the one that was chosen."""
        post = self.form.cleaned_data.get("post")
        return self.request.user.on_post(int(post)) if post else self.request.user

    def on_post(self, rows: QuerySet, name: str, post: str) -> QuerySet:
        return rows.filter(seen_by(self.user, PROCEDURES[self.kind]))

    def search(self, rows: QuerySet, name: str, text: str) -> QuerySet:
        for narrow in candidates:
            rows = narrow(rows, self.request.user, self.kind, text)
        for word in text.split():
            rows = rows.filter(Q(title__icontains=word) | Q(number__icontains=word))
        return rows

    def in_tray(self, rows: QuerySet, name: str, tray: str) -> QuerySet:
        return rows.filter(TRAYS[tray].holds(self.user, PROCEDURES[self.kind]))


class EntryFilter(Asked):
    """What can be asked of a register; each adds the lists of its own."""

    first = ("unit", "on_from", "on_to")

    unit = django_filters.CharFilter(label="单位", method="under", validators=[CODE])
    on_from = django_filters.DateFilter(
        label="日期起", field_name="on", lookup_expr="gte", widget=DAY
    )
    on_to = django_filters.DateFilter(
        label="日期止", field_name="on", lookup_expr="lte", widget=DAY
    )
    by = django_filters.CharFilter(label="登记人", field_name="by__name", max_length=50)
    void = django_filters.TypedChoiceFilter(
        label="有效性",
        choices=[("false", "有效"), ("true", "已作废")],
        coerce=lambda value: value == "true",
    )

    class Meta:
        form = Ranges
