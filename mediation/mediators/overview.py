"""委派情况: what young lawyers were given in a year, took on, sent back and brought to an end."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lawgov.casework.models import Event
from lawgov.casework.web.forms import unit_choices
from lawgov.people.models import MediatorKind, User
from lawgov.people.signed_in import PageRequest
from lawgov.units import scope
from mediation.procedure import DISPUTE
from mediation.states import ENDING, SETTLING

LAWYER = MediatorKind.YOUNG_LAWYER


class Asked(forms.Form):
    """A unit within reach and a year; what is left out is everything and this year."""

    unit = forms.ChoiceField(label="单位", required=False)
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100, required=False)

    def __init__(self, data: Mapping[str, Any], user: User) -> None:
        super().__init__(data)
        choices = unit_choices(user.spans(DISPUTE.readers))
        self.fields["unit"].choices = [("", "全部"), *choices]  # type: ignore[attr-defined]

    def clean_year(self) -> int:
        return self.cleaned_data.get("year") or localdate().year


@dataclass
class Line:
    """One lawyer's year. The rate is of one cohort: cases given in the year, ended by now."""

    name: str = ""
    assigned: int = 0
    taken: int = 0
    sent_back: int = 0
    closed: int = 0  # ended in the year, whenever they were given
    done: int = 0  # of those given in the year, ended by now
    agreed: int = 0

    @property
    def rate(self) -> str:
        return f"{100 * self.done / self.assigned:.1f}%" if self.assigned else "—"


def lines(unit_spans: Any, year: int) -> tuple[list[Line], Line]:
    """The lawyers' lines, and all together, where a case given twice is one."""
    events = dispatches(unit_spans, year)
    by_user: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for step, case, user in events:
        by_user[user or 0][step].add(case)
    every: dict[str, set[int]] = defaultdict(set)
    for held in by_user.values():
        for step, cases in held.items():
            every[step] |= cases
    names = dict(User.objects.filter(pk__in=by_user).values_list("pk", "name"))
    ended = endings(every["assigned"])
    rows = [line(names.get(pk, "—"), held, ended, pk) for pk, held in by_user.items()]
    rows.sort(key=lambda row: (-row.assigned, row.name))
    return rows, line("合计", every, ended, None)


def line(
    name: str, held: Mapping[str, set[int]], ended: Mapping[int, tuple[int | None, str]],
    user: int | None,
) -> Line:  # fmt: skip
    given = held.get("assigned", set())
    done = {case for case in given if case in ended and user in (None, ended[case][0])}
    return Line(
        name,
        len(given),
        len(held.get("taken", ())),
        len(held.get("sent_back", ())),
        len(held.get("closed", ())),
        len(done),
        sum(ended[case][1] in SETTLING for case in done),
    )


def dispatches(spans: Any, year: int) -> list[tuple[str, int, int | None]]:
    """What, which case, which lawyer: read off the year's events."""
    own = Event.objects.filter(scope.within("unit", spans), kind="dispute", on__year=year)
    given = own.filter(step="assign", facet=LAWYER).values_list("case", "facts__handler")
    answered = own.filter(step="take_on", facet=LAWYER).values_list("case", "by")
    back = own.filter(step="send_back").values_list("case", "by")
    closed = own.filter(step__in=ENDING, facet=LAWYER).values_list("case", "case__handler")
    return [
        *(("assigned", case, user) for case, user in given),
        *(("taken", case, user) for case, user in answered),
        *(("sent_back", case, user) for case, user in back),
        *(("closed", case, user) for case, user in closed),
    ]


def endings(cases: set[int]) -> dict[int, tuple[int | None, str]]:
    """Who ended which of these cases, and how."""
    found = Event.objects.filter(case__in=cases, step__in=ENDING, facet=LAWYER)
    rows = found.order_by("seq").values_list("case", "case__handler", "step")
    return {case: (user, step) for case, user, step in rows}


@require_GET
@login_required
def dispatch(request: PageRequest) -> HttpResponse:
    roles = DISPUTE.readers
    if not request.user.roles & set(roles):
        raise PermissionDenied("您的岗位不查阅委派情况")
    form = Asked(request.GET, request.user)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        given = form.cleaned_data
        unit = given["unit"]
        spans = [scope.span(unit)] if unit else request.user.spans(roles)
        rows, total = lines(spans, given["year"])
        context |= {"rows": rows, "total": total, "year": given["year"]}
    status = 200 if form.is_valid() else 400
    return render(request, "mediators/dispatch.html", context, status=status)
