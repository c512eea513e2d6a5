"""Days after a decision that hang on months, on service and on what became of a remedy."""

from datetime import date, timedelta
from typing import Any

from .choices import RemedyKind
from .terms import COURT_MONTHS, REMEDY_MONTHS, SUE_DAYS


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last (民法典第二百零二条)."""
    place = day.month - 1 + months
    first = date(day.year + place // 12, place % 12 + 1, 1)
    return min(first.replace(day=1) + timedelta(days=day.day - 1), last_of(first))


def last_of(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def after_service(day: date, owed: int) -> dict[str, date]:
    """The days from which, and until which, the clocks of execution run."""
    over = months_later(day, REMEDY_MONTHS)
    runs = {"pay_from": day, "court_until": months_later(over, COURT_MONTHS)}
    return runs if owed else {}


def remedies_until(case: Any) -> date | None:
    """The last day of the time for 复议 and 诉讼, counted anew from a remedy that ended."""
    ended = [row for row in case.part("remedies") if row.ended_on]
    if ended:
        return after_remedy(ended[-1].kind, ended[-1].ended_on)
    served = case.detail.served_on
    return months_later(served, REMEDY_MONTHS) if served else None


def after_remedy(kind: str, ended_on: date) -> date:
    """After a reconsideration one may still sue for fifteen days."""
    days = SUE_DAYS if kind == RemedyKind.RECONSIDERATION else 0
    return ended_on + timedelta(days=days)


def court_until(case: Any) -> date | None:
    """Three months after that; later the court does not take it (行政强制法第五十三条)."""
    over = remedies_until(case)
    return months_later(over, COURT_MONTHS) if over else None
