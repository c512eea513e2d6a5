"""Pages over many: who serves where in a week, and which communities a law firm serves."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate, localtime, make_aware
from django.views.decorators.http import require_GET

from lawgov.bookings import steps as bookings
from lawgov.bookings.models import BY_SLOTS, KEEPERS, Booking, Resource, Slot
from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest
from lawgov.units import scope
from lawgov.units.models import Unit, full_names

from .forms import WeekForm
from .limits import MINUTES
from .models import Pact
from .who import FIELD, READERS

DAYS = 7


def monday_of(form: WeekForm) -> date:
    """Of the week that is asked for, or of this one."""
    asked = form.cleaned_data["day"] if form.is_valid() else None
    day: date = asked or localdate()
    return day - timedelta(days=day.weekday())


class Shift(NamedTuple):
    """A slot as the rota shows it."""

    slot: Slot
    where: str
    free: list[datetime]
    taken: int

    @property
    def begun(self) -> bool:
        return self.slot.starts <= timezone.now()


def readers_only(user: User) -> None:
    if not user.roles & set(READERS):
        raise PermissionDenied("您的岗位不查阅公共法律服务")


def midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def shifts(resources: Any, first: date, last: date) -> list[Shift]:
    """The slots of these days, each with the pieces that are free; read in three queries."""
    slots = Slot.objects.filter(
        resource__in=resources, starts__gte=midnight(first), starts__lt=midnight(last)
    )
    rows = list(slots.select_related("resource__organisation").order_by("starts", "pk"))
    taken = taken_of(rows, first, last)
    called = full_names({row.where for row in rows})
    return [shift(row, taken.get(row.resource_id, []), called) for row in rows]


def taken_of(rows: list[Slot], first: date, last: date) -> dict[int, list[Booking]]:
    of = Booking.objects.standing().filter(resource__in={row.resource_id for row in rows})
    found: dict[int, list[Booking]] = {}
    for booking in of.between(midnight(first), midnight(last)):
        found.setdefault(booking.resource_id, []).append(booking)
    return found


def shift(slot: Slot, taken: list[Booking], called: dict[str, str]) -> Shift:
    own = [b for b in taken if b.starts < slot.ends and b.ends > slot.starts]
    free = bookings.free(slot, MINUTES.on(slot.where), own)
    where = called.get(slot.where, slot.where)
    return Shift(slot, where, [localtime(each) for each in free], len(own))


@require_GET
@login_required
def week(request: PageRequest) -> HttpResponse:
    """Who sits and who goes round, day by day; from here one books, and logs what was held."""
    readers_only(request.user)
    form = WeekForm(request.GET)
    monday = monday_of(form)
    seen = Resource.objects.visible_to(request.user).filter(kind__in=BY_SLOTS)
    found = shifts(seen, monday, monday + timedelta(days=DAYS))
    days = [monday + timedelta(days=n) for n in range(DAYS)]
    context = {
        "form": form,
        "days": [(d, [s for s in found if localtime(s.slot.starts).date() == d]) for d in days],
        "before": monday - timedelta(days=DAYS),
        "next": monday + timedelta(days=DAYS),
        "kept": [r for r in seen.in_force() if request.user.seat_for(KEEPERS, r.unit)],
        "streets": sorted({scope.street(seat.unit) for seat in request.user.seats}),
        "may_log": bool(request.user.roles & set(FIELD)),
    }
    status = 400 if form.errors else 200
    return render(request, "legalservice/rota.html", context, status=status)


@require_GET
@login_required
def coverage(request: PageRequest) -> HttpResponse:
    """Every community in reach with the firm that serves it and when its lawyer comes next."""
    readers_only(request.user)
    spans = request.user.spans(READERS)
    inside = Unit.objects.current().filter(scope.within("code", spans))
    codes = list(
        inside.filter(level=scope.Level.COMMUNITY).order_by("code").values_list("code", flat=True)
    )
    pacts = {
        pact.community: pact
        for pact in Pact.objects.visible_to(request.user)
        .in_force(localdate())
        .filter(community__in=codes)
        .select_related("firm", "case")
    }
    coming = next_rounds(codes)
    called = full_names(codes)
    rows = [(c, called.get(c, c), pacts.get(c), coming.get(c)) for c in codes]
    context = {"rows": rows, "covered": len(pacts), "total": len(codes)}
    context["rostered"] = sum(1 for code in codes if code in coming)
    return render(request, "legalservice/coverage.html", context)


def next_rounds(codes: list[str]) -> dict[str, Slot]:
    """For each community the first slot that is still to come."""
    ahead = Slot.objects.filter(unit__in=codes, ends__gt=timezone.now())
    rows = ahead.select_related("resource").order_by("-starts", "-pk")
    return {row.unit: row for row in rows}
