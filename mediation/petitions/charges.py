"""领导包案: who answers for which open cases, leader by leader."""

from typing import Any, NamedTuple

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lawgov.casework.web.lights import Light, of_case
from lawgov.casework.web.pages import address
from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text
from mediation.choices import Level
from mediation.models import Charge

from .procedure import PETITION

SIZE = 50


class Row(NamedTuple):
    charge: Charge
    url: str
    title: str
    light: Light


class Asked(forms.Form):
    leader = forms.ChoiceField(label="包案领导", required=False)
    level = forms.ChoiceField(
        label="包案级别", required=False, choices=[("", "全部"), *Level.choices]
    )

    def __init__(self, data: Any, leaders: list[Any]) -> None:
        super().__init__(data)
        named = [(each["leader"], each["leader__name"]) for each in leaders]
        self.fields["leader"].choices = [("", "全部"), *named]  # type: ignore[attr-defined]


def running(user: User) -> QuerySet[Charge]:
    return Charge.objects.visible_to(user).running().select_related("case", "leader")


def by_leader(user: User) -> list[Any]:
    found = running(user).order_by("leader__name", "leader").values("leader", "leader__name")
    return list(found.annotate(cases=Count("pk")))


@require_GET
@login_required
def index(request: PageRequest) -> HttpResponse:
    if not request.user.roles & set(PETITION.readers):
        raise PermissionDenied("您的岗位不办理、不查阅此类事项")
    leaders = by_leader(request.user)
    form = Asked(request.GET, leaders)
    if not form.is_valid():
        context = {"form": form, "leaders": leaders}
        return render(request, "petitions/charges.html", context, status=400)
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    found = running(request.user).filter(**wanted).order_by("case__due_on", "pk")
    some = Paginator(found, SIZE).get_page(request.GET.get("page"))
    rows = [
        Row(each, address(each.case), mask_text(each.case.title), of_case(each.case))
        for each in some
    ]
    context = {"form": form, "leaders": leaders, "rows": rows, "page": some}
    return render(request, "petitions/charges.html", context)
