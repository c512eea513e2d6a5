"""A piece of somebody's slot as part of a case: the facts, the rules and the row of the step."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.timezone import localdate, localtime, make_aware

from lawgov.casework.common import rule_of_house
from lawgov.casework.facts import Fact, Integer
from lawgov.casework.hours import Hour
from lawgov.units import scope

from .models import PART, Booking, Slot

PARTS = {PART: "bookings.Booking"}
PIECE: dict[str, Fact] = {
    "slot": Integer("值班时段", required=False, least=1, most=2**63 - 1),
    "starts": Hour("预约时间", required=False, help="应在所选的值班时段之内"),
}
Facts = Mapping[str, Any]


def slot_of(facts: Facts) -> Slot | None:
    found = Slot.objects.select_related("resource").filter(pk=facts.get("slot", 0))
    return found.first()


def span(slot: Slot, facts: Facts, minutes: int) -> tuple[datetime, datetime]:
    """The piece that is wished: from the hour that is named, or from the beginning."""
    day = localtime(slot.starts).date()
    hour = facts.get("starts")
    starts = make_aware(datetime.combine(day, hour)) if hour else slot.starts
    return starts, starts + timedelta(minutes=minutes)


def row(facts: Facts, minutes: int, purpose: str) -> dict[str, Any]:
    """The booking as a part of the case; nothing where no slot is named."""
    slot = slot_of(facts)
    if slot is None:
        return {}
    starts, ends = span(slot, facts, minutes)
    of = {"resource": slot.resource, "starts": starts, "ends": ends, "purpose": purpose}
    return {PART: [of]}


def standing(case: Any) -> Booking | None:
    return next((row for row in case.part(PART) if row.cancelled_at is None), None)


def given_back(case: Any, by: Any, reason: str) -> list[tuple[Booking, list[str]]]:
    """The booking cancelled, so that others may have the time."""
    booking = standing(case)
    if booking is None:
        return []
    booking.cancelled_at, booking.cancelled_by = timezone.now(), by
    booking.cancel_reason = reason[: Booking._meta.get_field("cancel_reason").max_length]
    return [(booking, ["cancelled_at", "cancelled_by_id", "cancel_reason"])]


def free(slot: Slot, minutes: int, taken: list[Booking]) -> list[datetime]:
    """When a piece of the slot that is still to come may begin; `taken` are its bookings."""
    step, found = timedelta(minutes=minutes), []
    starts = slot.starts
    while starts + step <= slot.ends:
        if starts > timezone.now() and not any(
            b.starts < starts + step and b.ends > starts for b in taken
        ):
            found.append(starts)
        starts += step
    return found


def named(case: Any, facts: Facts) -> bool:
    return "slot" not in facts or slot_of(facts) is not None


def serves(case: Any, facts: Facts) -> bool:
    """Where the slot serves, or below it."""
    slot = slot_of(facts)
    return slot is None or scope.covers(slot.where, case.unit)


def has_come(case: Any, facts: Facts) -> bool:
    booking = standing(case)
    return booking is None or facts.get("on", localdate()) >= localtime(booking.starts).date()


def is_ahead(case: Any, facts: Facts) -> bool:
    booking = standing(case)
    return booking is None or booking.starts > timezone.now()


def fits(minutes: Any) -> tuple[Any, ...]:
    """What is asked of a step that takes a piece as long as the parameter says."""

    def inside(case: Any, facts: Facts) -> bool:
        if (slot := slot_of(facts)) is None:
            return "starts" not in facts
        starts, ends = span(slot, facts, minutes.on(case.unit))
        return slot.starts <= starts and ends <= slot.ends

    def to_come(case: Any, facts: Facts) -> bool:
        slot = slot_of(facts)
        return slot is None or span(slot, facts, minutes.on(case.unit))[0] > timezone.now()

    return (
        rule_of_house("所选的值班时段应当存在", named, asks=True),
        rule_of_house("预约时间应在值班时段之内", inside, asks=True),
        rule_of_house("不能预约已经过去的时间", to_come, asks=True),
        rule_of_house("所属单位应在值班时段的服务范围内", serves, asks=True),
    )


HAS_COME = rule_of_house("预约的日期未到，不能登记接待", has_come, asks=True)
AHEAD = rule_of_house("预约的时间已到，不能再取消", is_ahead)
