"""What is asked of a consultation."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from lawgov.bookings import steps as bookings
from lawgov.casework.common import rule_of_house

Facts = Mapping[str, Any]


def reachable(case: Any, facts: Facts) -> bool:
    """Who books a time can be told when it changes."""
    if "slot" not in facts:
        return True
    return any(row.get("phone") for row in facts.get("parties", ()))


def time_is_past(case: Any, facts: Facts) -> bool:
    booking = bookings.standing(case)
    return booking is None or booking.ends <= timezone.now()


def lawyer_named(case: Any, facts: Facts) -> bool:
    return bool(facts.get("lawyer") or case.detail.lawyer)


REACHABLE = rule_of_house("预约须登记咨询人的联系电话", reachable, asks=True)
TIME_IS_PAST = rule_of_house("预约的时段结束后才能登记未到", time_is_past)
LAWYER_NAMED = rule_of_house("须写明由谁接待", lawyer_named, asks=True)
