"""矛调平台: the street's 1+17+192, who leads and works in it, its rooms, its quarters."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, make_aware
from django.views.decorators.http import require_GET

from lawgov.bookings.models import Kind, Resource, Slot
from lawgov.casework.models import Case
from lawgov.casework.web.pages import address
from lawgov.organisations.models import Organisation
from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest
from lawgov.units import scope
from lawgov.units.models import names
from mediation import teams
from mediation.models import TeamMember

from . import quarters, structure
from .procedure import READERS

MOST = 50  # streets offered by name
STATES = {
    "held": ("已召开", "green"),
    "called": ("已通知", "yellow"),
    "open": ("本季度，尚未召开", "yellow"),
    "late": ("逾期未召开", "red"),
    "ahead": ("未到", "grey"),
    "none": ("平台尚未设立", "grey"),
}


class Asked(forms.Form):
    """A street within reach and a year."""

    unit = forms.ChoiceField(label="街镇", required=False)
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100, required=False)

    def __init__(self, data: Mapping[str, Any], user: User) -> None:
        super().__init__(data)
        codes = list(dict.fromkeys(scope.street(seat.unit) for seat in user.seats))[:MOST]
        called = names(codes)
        choices = [(code, called[code]) for code in codes if code in called]
        self.fields["unit"].choices = choices or [("", "—")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        offered = self.fields["unit"].choices  # type: ignore[attr-defined]
        given["unit"] = given.get("unit") or offered[0][0]
        given["year"] = given.get("year") or localdate().year
        return given


@require_GET
@login_required
def platform(request: PageRequest) -> HttpResponse:
    if not request.user.roles & set(READERS):
        raise PermissionDenied("您的岗位不查阅矛调平台")
    form = Asked(request.GET, request.user)
    context: dict[str, Any] = {"form": form}
    if form.is_valid() and form.cleaned_data["unit"]:
        context |= shown(request.user, **form.cleaned_data)
    status = 200 if form.is_valid() else 400
    return render(request, "platform/platform.html", context, status=status)


def shown(user: User, unit: str, year: int) -> dict[str, Any]:
    today = localdate()
    rosters = structure.rosters(unit, today)
    return {
        "street": names([unit]).get(unit, unit),
        "rungs": structure.rungs(unit, today),
        "rosters": rosters,
        "reached": reached(user, unit),
        "missing": structure.missing(rosters),
        "full_teams": full_teams(user, unit),
        "rooms": rooms(user, unit),
        "on_duty": on_duty(user, unit),
        "agencies": structure.seated(unit, today),
        "quarters": told(user, quarters.standing(unit, year, structure.founded(unit))),
        "year": year,
    }


def reached(user: User, unit: str) -> set[int]:
    """The bodies whose own page the user may open."""
    seen = Organisation.objects.visible_to(user).under(unit)
    return set(seen.values_list("pk", flat=True))


def full_teams(user: User, unit: str) -> int:
    """Disputes that a team works with every role filled."""
    seen = Case.objects.visible_to(user, "dispute").filter(scope.within("unit", [scope.span(unit)]))
    return seen.filter(pk__in=teams.full(TeamMember.objects.filter(until=None))).count()


def resources(user: User, unit: str) -> Any:
    seen = Resource.objects.visible_to(user).in_force()
    return seen.filter(scope.within("unit", [scope.span(unit)])).order_by("unit", "kind", "name")


def rooms(user: User, unit: str) -> list[Resource]:
    return list(resources(user, unit).exclude(kind=Kind.LAWYER))


def on_duty(user: User, unit: str) -> list[Slot]:
    """The lawyers who sit today."""
    start = make_aware(datetime.combine(localdate(), time.min))
    sitting = Slot.objects.filter(resource__in=resources(user, unit), starts__gte=start)
    today = sitting.filter(starts__lt=start + timedelta(days=1))
    return list(today.select_related("resource").order_by("starts"))


def told(user: User, found: list[quarters.Standing]) -> list[dict[str, Any]]:
    """Each quarter with its meetings, a link where the reader may open it."""
    ids = [case.pk for each in found for case in each.meetings]
    seen = set(
        Case.objects.visible_to(user, "meeting").filter(pk__in=ids).values_list("pk", flat=True)
    )
    return [
        {
            "label": each.quarter.label,
            "words": STATES[each.state][0],
            "light": STATES[each.state][1],
            "meetings": [(c, address(c) if c.pk in seen else "") for c in each.meetings],
        }
        for each in found
    ]
