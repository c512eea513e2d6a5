"""The pages for residents: when a lawyer serves, booking a time, and what became of it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, localtime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lawgov.bookings import steps as bookings
from lawgov.bookings.models import BY_SLOTS, Resource, Slot
from lawgov.casework.facts import Choice, Fact, Integer, LongText, Text, phone
from lawgov.casework.models import Case
from lawgov.casework.web.forms import FactsForm
from lawgov.counter import desk, slips, tokens
from lawgov.parties.models import Side
from lawgov.units import scope
from lawgov.units.models import Unit
from mediation.choices import Satisfaction

from .choices import TOPIC, Mode, Way
from .procedures.consultation import CONSULTATION
from .rota import midnight, shifts

DAYS_SHOWN = 14
MODES = {"phone": Mode.PHONE, "home": Mode.HOME}  # of a slot; else one comes there
BOOK: dict[str, Fact] = {
    "name": Text("您的姓名", most=50),
    "phone": phone("联系电话", required=True),
    "title": Text("想咨询什么", most=100, help="一句话说明，如：房屋租赁押金不退"),
    "topic": Choice("咨询类别", choices=TOPIC),
    "persons": Integer("来几个人", required=False, least=1, most=20, help="不填即一人"),
    "matter": LongText("具体情况", required=False, most=1000),
}
REASON: dict[str, Fact] = {"reason": Text("取消原因")}
RATING: dict[str, Fact] = {
    "satisfaction": Choice("您的评价", choices=Satisfaction),
    "comment": LongText("意见建议", required=False, most=500),
}
BOOKING = desk.Window(
    "legal-book", "预约法律咨询", BOOK, "预约", "legalservice/public_book.html", "phone"
)
QUERY = desk.Window("legal-query", "查询预约", slips.ASKED, "查询")
CANCEL = desk.Window("legal-cancel", "取消预约", {**slips.ASKED, **REASON}, "取消预约")
RATE = desk.Window("legal-rate", "评价服务", {**slips.ASKED, **RATING}, "提交评价")
AFTER = {"cancel": CANCEL, "rate": RATE}


@require_safe
@never_cache
def schedule(request: HttpRequest, unit: str) -> HttpResponse:
    """The coming days of a street, with the times that are free."""
    street = get_object_or_404(Unit.objects.current(), code=unit)
    if street.level != scope.Level.STREET:
        raise Http404
    today = localdate()
    serving = Resource.objects.in_force().filter(
        scope.within("unit", [scope.span(unit)]), kind__in=BY_SLOTS
    )
    found = shifts(serving, today, today + timedelta(days=DAYS_SHOWN))
    days: dict[date, list[Any]] = {}
    for each in found:
        days.setdefault(localtime(each.slot.starts).date(), []).append(each)
    title = f"{street.name}法律服务日程"
    return desk.page(
        "legalservice/public_schedule.html", title=title, days=list(days.items()),
        until=today + timedelta(days=DAYS_SHOWN - 1),
    )  # fmt: skip


@desk.at_counter
def book(request: HttpRequest, pk: int, hour: str) -> HttpResponse:
    """One piece of a slot for one person."""
    rows = Slot.objects.select_related("resource").filter(starts__gte=midnight(localdate()))
    slot = get_object_or_404(rows, pk=pk, resource__kind__in=BY_SLOTS)
    starts = at(hour)

    def act(given: dict[str, Any], key: str) -> HttpResponse:
        case = Case.open_new(
            CONSULTATION.kind, by=None, unit=slot.where, key=key, **wish(slot, starts, given)
        )
        return desk.page(
            "legalservice/public_booked.html",
            slip=slips.shown(case), slot=slot, booking=bookings.standing(case),
        )  # fmt: skip

    street = scope.street(slot.where)
    return BOOKING.serve(request, act, slot=slot, starts=starts, street=street)


def at(hour: str) -> time:
    try:
        return datetime.strptime(hour, "%H%M").time()
    except ValueError as wrong:
        raise Http404 from wrong


def wish(slot: Slot, starts: time, given: dict[str, Any]) -> dict[str, Any]:
    """The facts of the opening step; who books is the one party."""
    who = {"side": Side.APPLICANT, "name": given["name"], "phone": given["phone"]}
    said = {name: given[name] for name in ("title", "topic", "persons", "matter")}
    return {
        **said,
        "mode": MODES.get(slot.way, Mode.ON_SITE),
        "channel": Way.PAGE,
        "parties": [who],
        "slot": slot.pk,
        "starts": starts,
    }


def found(request: HttpRequest, given: dict[str, Any]) -> Case:
    asked = given.pop("number"), given.pop("word")
    return slips.find(desk.address_of(request), CONSULTATION.kind, *asked)


@desk.at_counter
def query(request: HttpRequest) -> HttpResponse:
    """What became of it, with what may be done now."""

    def act(given: dict[str, Any], key: str) -> HttpResponse:
        return told(found(request, dict(given)), given)

    return QUERY.serve(request, act)


@desk.at_counter
def cancel(request: HttpRequest) -> HttpResponse:
    return after(request, "cancel")


@desk.at_counter
def rate(request: HttpRequest) -> HttpResponse:
    return after(request, "rate")


def after(request: HttpRequest, step: str) -> HttpResponse:
    """A step that whoever has the slip may take."""

    def act(given: dict[str, Any], key: str) -> HttpResponse:
        facts = dict(given)
        case = found(request, facts)
        case.take(step, by=None, key=key, **facts)
        case.refresh_from_db()
        return told(case, given)

    return AFTER[step].serve(request, act)


def told(case: Case, given: dict[str, Any]) -> HttpResponse:
    """Its state, its time and its answer; nothing of whoever else stands in it."""
    start = {name: given[name] for name in slips.ASKED}
    offered = [
        (window, FactsForm(window.facts, initial=start), tokens.issue(window.name))
        for step, window in AFTER.items()
        if CONSULTATION.steps[step].open_to(case.state)
    ]
    return desk.page(
        "legalservice/public_case.html",
        case=case, detail=case.detail, booking=bookings.standing(case), forms=offered,
        trap=desk.TRAP, window=QUERY,
    )  # fmt: skip
