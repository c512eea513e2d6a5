"""The pages of bookings: a day with everything that can be booked, a booking, a lawyer's slots."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate, make_aware
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.casework.answers import CODES
from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, Refusal
from lawgov.casework.web.pages import address
from lawgov.people.models import BUSINESS
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text

from . import taking
from .forms import BookingForm, CancelForm, DayForm, SlotForm
from .models import KEEPERS, Booking, Resource, Slot

MINE = 50


class Line(NamedTuple):
    """A booking as it is shown."""

    booking: Booking
    purpose: str
    url: str  # of the case, where the reader may open it
    may_cancel: bool


def lines(request: PageRequest, found: Any) -> list[Line]:
    rows = list(found.select_related("resource", "by", "case"))
    cases = Case.objects.visible_to(request.user).filter(pk__in=[r.case_id for r in rows])
    known = {case.pk: address(case) for case in cases}
    now = timezone.now()
    return [
        Line(
            row,
            mask_text(row.purpose),
            known.get(row.case_id, ""),
            row.starts > now and row.cancelled_at is None and row.may_cancel(request.user),
        )
        for row in rows
    ]


def bounds(day: date) -> tuple[datetime, datetime]:
    start = make_aware(datetime.combine(day, time.min))
    return start, start + timedelta(days=1)


@require_GET
@login_required
def bookings(request: PageRequest) -> HttpResponse:
    """Everything that can be booked, with who has it that day, and what I booked."""
    if not request.user.roles & BUSINESS:
        raise PermissionDenied("预约由业务岗位使用")
    form = DayForm(request.GET)
    day = form.chosen()
    start, end = bounds(day)
    resources = list(Resource.objects.visible_to(request.user).in_force(day))
    taken = Booking.objects.standing().filter(resource__in=resources).between(start, end)
    mine = Booking.objects.visible_to(request.user).filter(by=request.user, ends__gt=timezone.now())
    slots = Slot.objects.filter(resource__in=resources, starts__lt=end, ends__gt=start)
    context = {
        "form": form,
        "day": day,
        "before": day - timedelta(days=1),
        "next": day + timedelta(days=1),
        "rows": by_resource(resources, lines(request, taken.order_by("starts")), slots),
        "mine": lines(request, mine.standing().order_by("starts")[:MINE]),
        "may_book": day >= localdate(),
    }
    status = 400 if form.errors else 200
    return render(request, "bookings/bookings.html", context, status=status)


def by_resource(
    resources: list[Resource], taken: list[Line], slots: Any
) -> list[tuple[Resource, list[Slot], list[Line]]]:
    sitting = list(slots.order_by("starts"))
    return [
        (
            each,
            [slot for slot in sitting if slot.resource_id == each.pk],
            [line for line in taken if line.booking.resource_id == each.pk],
        )
        for each in resources
    ]


def find(request: PageRequest, pk: int) -> Resource:
    if not request.user.roles & BUSINESS:
        raise PermissionDenied("预约由业务岗位使用")
    return get_object_or_404(Resource.objects.visible_to(request.user), pk=pk)


def ask(form: Form, verb: Callable[[], Any]) -> Refusal | None:
    """Do it, or put each fault at its field and say whether it may be asked again."""
    try:
        verb()
    except BadFacts as bad:
        for name, why in bad.errors.items():
            form.add_error(name if name in form.fields else None, why)
        return bad
    except Refusal as refusal:
        return refusal
    return None


def page(
    request: PageRequest, template: str, context: dict[str, Any], refusal: Refusal | None
) -> HttpResponse:
    status = CODES[type(refusal)] if refusal else 400 if context["form"].errors else 200
    if refusal and not isinstance(refusal, BadFacts):
        context["reasons"] = refusal.reasons
    return render(request, template, context, status=status)


@require_http_methods(["GET", "POST"])
@login_required
def book(request: PageRequest, pk: int) -> HttpResponse:
    resource = find(request, pk)
    start = {"day": request.GET.get("day") or localdate(), "number": request.GET.get("number", "")}
    form = BookingForm(request.POST or None, initial=start)
    refusal = None
    if form.is_valid() and not (refusal := ask(form, lambda: booked(request, resource, form))):
        messages.success(request, f"已预约{resource.name}")
        return redirect(f"{reverse('bookings')}?day={form.cleaned_data['day']}")
    day = DayForm(form.data if form.is_bound else start).chosen()
    taken = Booking.objects.standing().filter(resource=resource).between(*bounds(day))
    context = {"form": form, "resource": resource, "day": day}
    context |= {"taken": taken.select_related("by").order_by("starts")}
    context |= {"slots": resource.slots.filter(ends__gt=timezone.now()).order_by("starts")[:MINE]}
    return page(request, "bookings/book.html", context, refusal)


def booked(request: PageRequest, resource: Resource, form: BookingForm) -> Booking:
    number, case = form.cleaned_data["number"].strip(), None
    if number:
        case = Case.objects.visible_to(request.user).filter(number=number).first()
        if not case:
            raise BadFacts({"number": ["没有这个编号的案件，或不在您的数据范围内"]})
    purpose = form.cleaned_data["purpose"]
    return taking.book(resource, by=request.user, purpose=purpose, case=case, **form.span())


@require_http_methods(["GET", "POST"])
@login_required
def slots(request: PageRequest, pk: int) -> HttpResponse:
    """When a lawyer sits; who keeps it adds to it."""
    resource = find(request, pk)
    form = SlotForm(resource, request.POST or None, initial={"day": localdate()})
    refusal = None
    if form.is_valid() and not (
        refusal := ask(
            form,
            lambda: taking.open_slot(resource, by=request.user, **form.span(), where=form.where()),
        )
    ):
        messages.success(request, "已安排值班时段")
        return redirect("slots", pk)
    context = {"form": form, "resource": resource}
    context |= {"slots": resource.slots.filter(ends__gt=timezone.now()).order_by("starts")[:MINE]}
    context["may_keep"] = request.user.seat_for(KEEPERS, resource.unit) is not None
    return page(request, "bookings/slots.html", context, refusal)


@require_http_methods(["GET", "POST"])
@login_required
def cancel(request: PageRequest, pk: int) -> HttpResponse:
    seen = Booking.objects.visible_to(request.user).select_related("resource", "by")
    booking = get_object_or_404(seen, pk=pk)
    taking.owners_only(booking, request.user)
    form = CancelForm(request.POST or None)
    refusal = None
    if form.is_valid() and not (
        refusal := ask(form, lambda: taking.cancel(booking, by=request.user, **form.cleaned_data))
    ):
        messages.success(request, "已取消预约")
        return redirect("bookings")
    return page(request, "bookings/cancel.html", {"form": form, "booking": booking}, refusal)
