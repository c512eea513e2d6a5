"""排查覆盖: how often each grid was screened, month by month, and the grids that were not."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lawgov.casework.facts import FIRST_YEAR, LAST_YEAR
from lawgov.casework.models import Entry
from lawgov.casework.web.forms import unit_choices
from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest
from lawgov.units import scope, smallest
from lawgov.units.models import Unit, full_names

from .registers import SCREENING

PAGE = 100
MONTHS = range(1, 13)
MONTH_CHOICES = [("", "全部网格"), *((str(m), f"{m}月没有排查的网格") for m in MONTHS)]


class Month(NamedTuple):
    month: int
    grids: int  # that had a round
    percent: str


class Line(NamedTuple):
    code: str
    name: str
    months: list[tuple[int, int | None]]  # of a month that is still to come nothing is said
    total: int


class Asked(forms.Form):
    """A unit within reach and a year; what is left out is all that lies in reach and this year."""

    unit = forms.ChoiceField(label="单位", required=False)
    year = forms.IntegerField(
        label="年度", required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    missing = forms.ChoiceField(label="显示", required=False, choices=MONTH_CHOICES)

    def __init__(self, data: Mapping[str, Any], user: User) -> None:
        today = localdate()
        super().__init__({"year": today.year, **dict(data.items())})
        self.spans = user.spans(SCREENING.readers)
        choices = [("", "全部"), *unit_choices(self.spans)]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]

    def clean_year(self) -> int:
        return self.cleaned_data["year"] or localdate().year

    @property
    def within(self) -> list[scope.Span]:
        unit = self.cleaned_data["unit"]
        return [scope.span(unit)] if unit else self.spans


@require_GET
@login_required
def page(request: PageRequest) -> HttpResponse:
    if not request.user.roles & set(SCREENING.readers):
        raise PermissionDenied("您的岗位不查阅排查覆盖情况")
    form = Asked(request.GET, request.user)
    context: dict[str, Any] = {
        "form": form,
        "may_log": bool(request.user.roles & set(SCREENING.writers)),
    }
    if form.is_valid():
        context |= told(form, request.GET.get("page", ""))
    return render(
        request, "screening/coverage.html", context, status=200 if form.is_valid() else 400
    )


def told(form: Asked, page_number: str) -> dict[str, Any]:
    year, missing = form.cleaned_data["year"], form.cleaned_data["missing"]
    rows = smallest.grids(Unit.objects.current().filter(scope.within("code", form.within)))
    grids = list(rows.order_by("code").values_list("code", flat=True))
    rounds = counted(form.within, year)
    months = [of_month(month, grids, rounds) for month in MONTHS if has_begun(year, month)]
    shown = [g for g in grids if not rounds[g].get(int(missing))] if missing else grids
    found = Paginator(shown, PAGE).get_page(page_number)
    called = full_names(set(found.object_list))
    return {
        "year": year,
        "grids": len(grids),
        "months": months,
        "all_months": MONTHS,
        "never": sum(not rounds[grid] for grid in grids),
        "lines": [line(code, called.get(code, code), year, rounds[code]) for code in found],
        "found": found,
    }


def counted(spans: list[scope.Span], year: int) -> dict[str, dict[int, int]]:
    """By grid and month, the valid rounds of the year, in one query."""
    rows = Entry.objects.valid().filter(scope.within("unit", spans), kind=SCREENING.kind)
    rows = rows.filter(on__year=year).order_by()
    by_grid: dict[str, dict[int, int]] = defaultdict(dict)
    for unit, month, n in rows.values_list("unit", "on__month").annotate(n=Count("pk")):
        by_grid[unit][month] = n
    return by_grid


def has_begun(year: int, month: int) -> bool:
    today = localdate()
    return (year, month) <= (today.year, today.month)


def of_month(month: int, grids: list[str], rounds: Mapping[str, Mapping[int, int]]) -> Month:
    done = sum(month in rounds[grid] for grid in grids)
    return Month(month, done, f"{100 * done / len(grids):.1f}%" if grids else "—")


def line(code: str, name: str, year: int, rounds: Mapping[int, int]) -> Line:
    months = [(m, rounds.get(m, 0) if has_begun(year, m) else None) for m in MONTHS]
    return Line(code, name, months, sum(rounds.values()))
