"""What a party owes by a decision, and until when."""

from datetime import date
from typing import Any

from lawgov.workdays import calendar

from . import standing, surcharge, terms
from .surcharge import Owed, Stay


def pay_by(case: Any) -> date | None:
    """Fifteen days from service (art. 67), or as far as an instalment was granted (art. 66)."""
    granted = [row.until for row in case.part("instalments") if row.approved]
    if granted:
        return max(granted)
    served = case.detail.served_on
    return calendar.add(served, terms.PAY_DAYS, working=False).day if served else None


def stays(case: Any) -> list[Stay]:
    """加处罚款 does not run while the decision is under 复议 or 诉讼 (art. 73)."""
    return [Stay(row.on, row.ended_on) for row in case.part("remedies")]


def paid(case: Any) -> int:
    return sum(row.amount for row in case.part("payments"))


def extra(case: Any, on: date) -> Owed:
    """加处罚款 as it stands on a day; what is paid is counted against the fine first."""
    row, due = standing.decision(case), pay_by(case)
    if row is None or due is None or row.annulled_on:
        return Owed(0, 0)
    payments = [(each.on, each.amount) for each in case.part("payments")]
    return surcharge.owed(row.fine, due, on, payments, stays(case))


def charged(case: Any) -> int:
    """What was put on top by a decision on 加处罚款: the last one counts."""
    row = next(reversed(case.part("surcharges")), None)
    return row.amount if row else 0


def due(case: Any) -> int:
    row = standing.decision(case)
    return row.fine + row.confiscated + charged(case) if row and not row.annulled_on else 0


def unpaid(case: Any) -> int:
    return max(due(case) - paid(case), 0)
