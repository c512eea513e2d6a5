"""加处罚款 (行政处罚法第七十二、七十三条): 3 % a day, never more than the fine itself."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

PER_DAY = 3  # of a hundred
ONE = timedelta(days=1)


class Owed(NamedTuple):
    days: int  # on which it ran
    amount: int  # in 分


class Stay(NamedTuple):
    """复议 or 诉讼: from its first day to its last, or still going on."""

    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


def owed(
    fine: int,
    due: date,
    on: date,
    paid: Iterable[tuple[date, int]] = (),
    stays: Iterable[Stay] = (),
) -> Owed:
    """What has come on top by a day: of what was unpaid on each late day, up to the fine."""
    payments, stays = sorted(paid), list(stays)
    days = hundredths = 0
    day = due + ONE
    while day <= on and hundredths < fine * 100:
        unpaid = fine - sum(amount for when, amount in payments if when < day)
        if unpaid <= 0:
            break
        if not any(stay.covers(day) for stay in stays):
            days, hundredths = days + 1, hundredths + unpaid * PER_DAY
        day += ONE
    return Owed(days, min(hundredths // 100, fine))
