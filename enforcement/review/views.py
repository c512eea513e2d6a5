"""Two rounds of a text side by side, and what reviews found wrong in a year."""

from collections import Counter
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lawgov.casework.facts import FIRST_YEAR, LAST_YEAR
from lawgov.casework.models import Case
from lawgov.casework.web.forms import unit_choices
from lawgov.casework.web.pages import CasePages
from lawgov.documents.comparing import compared
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text
from lawgov.units import scope

from .choices import DEFECT, OPINION_TYPES
from .models import Opinion, Round


@require_GET
@login_required
def rounds(
    request: PageRequest, pk: int, before: int, after: int, pages: CasePages
) -> HttpResponse:
    """What was changed in the text from one round to another."""
    case = Case.objects.visible_to(request.user, pages.kind).filter(pk=pk).first()
    rows = {row.pk: row for row in Round.objects.filter(case=case)} if case else {}
    if not case or not {before, after} <= rows.keys():
        raise Http404
    older, newer = (mask_text(rows[pk].text).splitlines() for pk in (before, after))
    context = {"pages": pages, "case": case, "before": rows[before], "after": rows[after]}
    return render(request, "review/rounds.html", context | {"lines": compared(older, newer)})


class Line(NamedTuple):
    label: str
    opinions: int
    url: str


class Asked(forms.Form):
    unit = forms.ChoiceField(label="单位", required=False)
    year = forms.IntegerField(label="年度", min_value=FIRST_YEAR, max_value=LAST_YEAR)

    def __init__(self, request: PageRequest, pages: CasePages) -> None:
        super().__init__({"year": localdate().year} | request.GET.dict())
        choices = unit_choices(request.user.spans(pages.readers))
        self.fields["unit"].choices = [("", "全部"), *choices]  # type: ignore[attr-defined]


@require_GET
@login_required
def defects(request: PageRequest, pages: CasePages) -> HttpResponse:
    """How often each fault and each kind of opinion came up in a year, with the way to them."""
    if not pages.read_by(request.user):
        raise PermissionDenied(f"您的岗位不办理、不查阅{pages.name}")
    form = Asked(request, pages)
    context: dict[str, Any] = {"form": form, "pages": pages}
    if not form.is_valid():
        return render(request, "review/defects.html", context, status=400)
    asked = form.cleaned_data
    rows = list(found(request, asked).values_list("type", "defects"))
    kinds = Counter(kind for kind, _ in rows)
    codes = Counter(code for _, held in rows for code in held)
    context |= {
        "year": asked["year"],
        "total": len(rows),
        "kinds": lines(dict(OPINION_TYPES), kinds, "opinion", asked),
        "defects": lines(DEFECT, codes, "defect", asked),
    }
    return render(request, "review/defects.html", context)


def found(request: PageRequest, asked: dict[str, Any]) -> Any:
    seen = Case.objects.visible_to(request.user, "review")
    if asked["unit"]:
        seen = seen.filter(scope.within("unit", [scope.span(asked["unit"])]))
    return Opinion.objects.filter(case__in=seen, on__year=asked["year"])


def lines(labels: Any, counted: Counter[str], name: str, asked: dict[str, Any]) -> list[Line]:
    """Every code that came up, most often first; each number leads to its reviews."""
    unit = {"unit": asked["unit"]} if asked["unit"] else {}
    return [
        Line(
            str(labels.get(code, code)),
            count,
            f"{reverse('reviews')}?{urlencode({name: code, 'opined': asked['year'], **unit})}",
        )
        for code, count in counted.most_common()
    ]
