"""The records of all cases that one sees, and what their checks found in a year."""

from typing import Any, NamedTuple

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Func, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lawgov.casework.models import Case
from lawgov.casework.paging import page
from lawgov.casework.refusals import BadFacts
from lawgov.casework.web.forms import unit_choices
from lawgov.casework.web.pages import address
from lawgov.people.models import Role
from lawgov.people.signed_in import PageRequest

from .choices import DEFECT, Stage
from .filters import RecordingFilter
from .models import Recording

READERS = (
    Role.OFFICER, Role.ENFORCEMENT_HEAD, Role.REVIEWER, Role.JUSTICE, Role.STATISTICIAN,
    Role.LEADER,
)  # fmt: skip


class Shown(NamedTuple):
    row: Recording
    case: Case
    url: str
    defects: list[str]


@require_GET
@login_required
def recordings(request: PageRequest) -> HttpResponse:
    """Newest first; the figures are those of the filter, over one year."""
    if not request.user.roles & set(READERS):
        raise PermissionDenied("您的岗位不查阅执法全过程记录")
    asked = {"year": str(localdate().year)} | request.GET.dict()
    mark = asked.pop("after", "")
    bar = RecordingFilter(asked, Recording.objects.none(), request=request).form
    choices = unit_choices(request.user.spans(READERS))
    bar.fields["unit"].widget = forms.Select(choices=[("", "全部"), *choices])
    context: dict[str, Any] = {"bar": bar}
    try:
        rows = RecordingFilter.of(asked, Recording.objects.visible_to(request.user), request).qs
        context |= listed(rows, mark)
    except BadFacts as bad:
        context["refused"] = [why for each in bad.errors.values() for why in each]
    status = 400 if "refused" in context else 200
    return render(request, "recording/recordings.html", context, status=status)


def listed(rows: QuerySet[Recording], mark: str) -> dict[str, Any]:
    newest = rows.select_related("case", "checked_by").order_by("-shot_on", "-pk")
    found = page(newest, mark, "shot_on")
    return {
        "rows": [
            Shown(row, row.case, address(row.case), [DEFECT.get(c, c) for c in row.defects])
            for row in found.rows
        ],
        "next": found.next,
        **figures(rows),
    }


def figures(rows: QuerySet[Recording]) -> dict[str, Any]:
    """How many there are, were checked and wait to be mended; and the defects by kind."""
    counted = rows.aggregate(
        all=Count("pk"),
        checked=Count("pk", filter=~Q(checked_on=None)),
        faulty=Count("pk", filter=Q(stage=Stage.FAULTY)),
        mended=Count("pk", filter=Q(stage=Stage.MENDED)),
    )
    found = rows.annotate(code=Func(F("defects"), function="unnest")).values("code")
    kinds = found.annotate(n=Count("pk")).order_by("-n", "code").values_list("code", "n")
    return {"counted": counted, "kinds": [(c, DEFECT.get(c, c), n) for c, n in kinds]}
