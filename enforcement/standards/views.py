"""The standards as the staff reads them: of a unit, as they stood on a day."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lawgov.casework.web.forms import unit_choices
from lawgov.casework.web.listing import with_chosen
from lawgov.people.models import BUSINESS
from lawgov.people.signed_in import PageRequest

from .shown import LISTS


class Asked(forms.Form):
    unit = forms.ChoiceField(label="单位")
    on = forms.DateField(label="日期", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))

    def __init__(self, request: PageRequest) -> None:
        spans = request.user.spans(BUSINESS)
        offered = unit_choices(spans)
        start = {"unit": spans[0][0], "on": localdate().isoformat()}
        super().__init__(start | request.GET.dict())
        choices = with_chosen(offered, self.data["unit"])[1:]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]


@require_GET
@login_required
def standards(request: PageRequest, which: str = "powers") -> HttpResponse:
    if not request.user.roles & BUSINESS:
        raise PermissionDenied("执法标准由业务岗位查阅")
    if which not in LISTS:
        raise Http404
    form = Asked(request)
    context: dict[str, Any] = {"form": form, "which": which, "lists": LISTS, "list": LISTS[which]}
    if form.is_valid():
        context |= table(request, which, **form.cleaned_data)
    return render(request, "standards/standards.html", context, status=400 if form.errors else 200)


def table(request: PageRequest, which: str, unit: str, on: Any) -> dict[str, Any]:
    """A unit out of reach is not to be seen."""
    if not request.user.seat_for(BUSINESS, unit):
        raise Http404
    listed = LISTS[which]
    rows = [[(label, cell(row)) for label, cell in listed.columns] for row in listed.rows(unit, on)]
    return {"rows": rows, "address": f"?unit={unit}&on={on}"}
