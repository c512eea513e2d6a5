"""Pages over many cases: the queue of leads, the grids without a patrol, the year in figures."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lawgov.casework.models import Case, Entry
from lawgov.casework.web.forms import unit_choices
from lawgov.casework.web.pages import CASES
from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest
from lawgov.units import scope, smallest
from lawgov.units.models import Unit, full_names

from .choices import Channel, Priority, Soft
from .models import SoftMeasure
from .procedures.lead import OPEN
from .registers import PATROL

PAGE = 50
DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")


class Asked(forms.Form):
    """A unit within reach and a span of days; what is left out is the widest unit and this year."""

    unit = forms.ChoiceField(label="单位", required=False)
    since = forms.DateField(label="起", widget=DAY, required=False)
    until = forms.DateField(label="止", widget=DAY, required=False)

    def __init__(self, data: Mapping[str, Any], user: User, roles: Any) -> None:
        super().__init__(data)
        self.choices = unit_choices(user.spans(roles))
        self.fields["unit"].choices = [("", "全部"), *self.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        today, given = localdate(), self.cleaned_data
        given["since"] = given.get("since") or date(today.year, 1, 1)
        given["until"] = given.get("until") or today
        if given["until"] < given["since"]:
            self.add_error("until", "不能早于起始日期")
        return given

    def spans(self, user: User, roles: Any) -> list[tuple[str, str]]:
        unit = self.cleaned_data.get("unit")
        return [scope.span(unit)] if unit else user.spans(roles)


def readers_only(user: User, roles: Any, what: str) -> None:
    if not user.roles & set(roles):
        raise PermissionDenied(f"您的岗位不查阅{what}")


@require_GET
@login_required
def queue(request: PageRequest) -> HttpResponse:
    """Open leads, the most pressing field first, within it the longest waiting."""
    pages = CASES["lead"]
    readers_only(request.user, pages.readers, pages.name)
    rows = Case.objects.visible_to(request.user, "lead").filter(state__in=OPEN)
    rows = rows.select_related("lead", "handler").order_by("lead__priority", "opened_on", "pk")
    by_priority = dict(rows.order_by().values_list("lead__priority").annotate(n=Count("pk")))
    found = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "counts": [(each.label, by_priority.get(each, 0)) for each in Priority],
        "rows": pages.rows(found.object_list),
        "found": found,
        "pages": pages,
    }
    return render(request, "finding/queue.html", context)


@require_GET
@login_required
def coverage(request: PageRequest) -> HttpResponse:
    """Which micro-grids had a patrol in the period, and every one that had none."""
    roles = PATROL.readers
    readers_only(request.user, roles, PATROL.label)
    form = Asked(request.GET, request.user, roles)
    may_log = bool(request.user.roles & {*PATROL.writers})
    context: dict[str, Any] = {"form": form, "may_log": may_log}
    if form.is_valid():
        context |= covered(form.spans(request.user, roles), form.cleaned_data)
    return render(request, "finding/coverage.html", context, status=200 if form.is_valid() else 400)


def covered(spans: Any, asked: Mapping[str, Any]) -> dict[str, Any]:
    within = scope.within("unit", spans) & Q(on__range=(asked["since"], asked["until"]))
    entries = Entry.objects.valid().filter(within, kind=PATROL.kind)
    patrolled = set(smallest.logged(entries).values_list("unit", flat=True))
    grids = smallest.grids(Unit.objects.current().filter(scope.within("code", spans)))
    codes = list(grids.order_by("code").values_list("code", flat=True))
    left = [code for code in codes if code not in patrolled]
    called = full_names(set(left))
    done = len(codes) - len(left)
    return {
        "grids": len(codes),
        "done": done,
        "percent": f"{100 * done / len(codes):.1f}%" if codes else "—",
        "left": [(code, called.get(code, code)) for code in left],
        "asked": asked,
    }


@require_GET
@login_required
def figures(request: PageRequest) -> HttpResponse:
    """What was found and done in a period, where the indicators have no figure of their own."""
    roles = CASES["lead"].readers
    readers_only(request.user, roles, "发现与检查情况")
    form = Asked(request.GET, request.user, roles)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        spans = form.spans(request.user, roles)
        asked = form.cleaned_data
        context |= {"asked": asked, "groups": counted(request.user, spans, asked)}
    return render(request, "finding/figures.html", context, status=200 if form.is_valid() else 400)


def counted(user: User, spans: Any, asked: Mapping[str, Any]) -> list[tuple[str, list[Any]]]:
    """Each group with its lines; cases count on the day they were opened, measures on theirs."""
    first, last = asked["since"], asked["until"]

    def cases(kind: str) -> QuerySet[Case]:
        seen = Case.objects.visible_to(user, kind).filter(scope.within("unit", spans))
        return seen.filter(opened_on__range=(first, last)).order_by()

    measures = SoftMeasure.objects.filter(
        scope.within("case__unit", spans), on__range=(first, last)
    )
    hazards = cases("hazard")
    cleared = Case.objects.visible_to(user, "hazard").filter(
        scope.within("unit", spans), closed_on__range=(first, last)
    )
    checks = cases("inspection").filter(inspection__checked_on__isnull=False)
    sums = checks.aggregate(n=Sum("inspection__count"), bad=Sum("inspection__problems"))
    return [
        ("线索（按优先级）", split(cases("lead"), "lead__priority", Priority)),
        ("非强制措施", split(measures.order_by(), "kind", Soft)),
        ("巡查发现", split(cases("finding"), "channel", Channel)),
        (
            "行政检查",
            [("检查次数", checks.count()), ("检查对象数", sums["n"] or 0),
             ("发现问题数", sums["bad"] or 0)],
        ),
        ("隐患", [("排查发现", hazards.count()), ("复查销号", cleared.count())]),
    ]  # fmt: skip


def split(rows: QuerySet[Any], column: str, words: Any) -> list[tuple[str, int]]:
    found = dict(rows.values_list(column).annotate(n=Count("pk")))
    lines = [(str(each.label), found.get(each.value, 0)) for each in words]
    return [*lines, ("合计", sum(n for _, n in lines))]
