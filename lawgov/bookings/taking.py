"""Booking and giving back: every rule is asked here, the last word is the database's."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from lawgov.casework import facts
from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.people.models import User
from lawgov.units import scope

from .models import KEEPERS, Booking, Resource, Slot

PURPOSE = {"purpose": facts.Text("事由", most=100)}
HERE: Mapping[str, str] = {}  # at the resource's own place
REASON = {"reason": facts.Text("取消原因", most=200)}


def book(
    resource: Resource,
    *,
    by: User,
    starts: datetime,
    ends: datetime,
    purpose: str,
    case: Case | None = None,
) -> Booking:
    """Book a resource; the same wish of the same person again is the same booking."""
    said = facts.read(PURPOSE, {"purpose": purpose})
    check_time(resource, starts, ends)
    wish = {"resource": resource, "by": by, "starts": starts, "ends": ends, "case": case, **said}
    try:
        with transaction.atomic():
            return Booking.objects.create(**wish)
    except IntegrityError as taken:
        if again := Booking.objects.standing().filter(**wish).first():
            return again
        raise StepRefused(*held(resource, starts, ends)) from taken


def check_time(resource: Resource, starts: datetime, ends: datetime) -> None:
    first, last = localtime(starts), localtime(ends)
    if not starts < ends or first.date() != (last - timedelta(microseconds=1)).date():
        raise BadFacts({"ends": ["结束时间应晚于开始时间，并在同一天"]})
    if starts < timezone.now():
        raise BadFacts({"starts": ["不能预约已经过去的时间"]})
    if first.date() > localdate() + timedelta(days=settings.BOOKING_DAYS):
        raise BadFacts({"starts": [f"只能预约{settings.BOOKING_DAYS}天以内的时间"]})
    if not Resource.objects.in_force(first.date()).filter(pk=resource.pk).exists():
        raise BadFacts({"starts": [f"{resource.name}当天未启用或已停用"]})
    open_then = Slot.objects.filter(resource=resource, starts__lte=starts, ends__gte=ends)
    if resource.by_slots and not open_then.exists():
        raise StepRefused(f"{resource.name}在该时段不坐诊，请在坐诊时段内预约")


def held(resource: Resource, starts: datetime, ends: datetime) -> list[str]:
    """Who has it already, in words."""
    others = Booking.objects.standing().filter(resource=resource).between(starts, ends)
    rows = others.select_related("by").order_by("starts")
    return [f"{row}已由{row.who}预约" for row in rows] or ["该时段刚刚被预约，请重新选择"]


def cancel(booking: Booking, *, by: User, reason: str) -> None:
    """Give the time back; once it has begun it stays on record as used."""
    owners_only(booking, by)
    said = facts.read(REASON, {"reason": reason})
    ahead = Booking.objects.standing().filter(pk=booking.pk, starts__gt=timezone.now())
    if not ahead.update(cancelled_at=timezone.now(), cancelled_by=by, cancel_reason=said["reason"]):
        raise StepRefused("预约已经取消或已经开始，不能取消")


def owners_only(booking: Booking, by: User) -> None:
    if not booking.may_cancel(by):
        given = "在案件页面取消" if booking.goes_with_case else "由本人或该单位的司法所取消"
        raise PermissionDenied(f"预约{given}")


def open_slot(
    resource: Resource,
    *,
    by: Any,
    starts: datetime,
    ends: datetime,
    where: Mapping[str, str] = HERE,
) -> Slot:
    """Set when a lawyer sits, or goes round, and where (`way`, `unit`, `place`)."""
    if by.seat_for(KEEPERS, resource.unit) is None:
        raise PermissionDenied("坐诊时段由司法所安排")
    if not resource.by_slots:
        raise BadFacts({"resource": ["场所随时可约，不设坐诊时段"]})
    if not starts < ends:
        raise BadFacts({"ends": ["结束时间应晚于开始时间"]})
    if (unit := where.get("unit")) and not scope.covers(resource.unit, unit):
        raise BadFacts({"unit": [f"应在{resource.name}所在单位之内"]})
    try:
        with transaction.atomic():
            return Slot.objects.create(resource=resource, by=by, starts=starts, ends=ends, **where)
    except IntegrityError as taken:
        raise StepRefused("与已有的坐诊时段重叠") from taken
