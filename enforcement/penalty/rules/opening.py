"""What the law asks before a case is filed, and of who handles it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lawgov.casework.procedure import Rule
from lawgov.parties.models import Charged
from lawgov.people.models import Role

LAW = "《行政处罚法》"
SINCE = date(2021, 7, 15)  # the day the revised law came into force
Facts = Mapping[str, Any]


def charged(case: Any, facts: Facts) -> list[Any]:
    """The parties against whom the case goes."""
    return [row for row in case.part("parties") if row.side == Charged.PARTY]


def two(case: Any, facts: Facts) -> bool:
    found = facts.get("officers", ())
    return len(found) >= 2 and all(
        any(seat.role == Role.OFFICER for seat in user.seats) for user in found
    )


TWO_CERTIFIED = Rule(
    "执法人员不得少于两人，并具有行政执法资格", LAW, "第四十二条", two, asks=True, since=SINCE
)
