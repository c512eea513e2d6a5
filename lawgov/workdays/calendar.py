"""Counting days: the starting day never counts, a last day off rolls on (民法典第201、203条)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from lawgov.kept import Kept

from .models import Holiday, HolidayYear

ONE = timedelta(days=1)
FRIDAY = 4
SECONDS_KEPT = 60  # another process sees an edit within a minute

# Called with the years that changed, inside the transaction that changes them: queue, no more.
changed: list[Callable[[set[int]], None]] = []


class Due(NamedTuple):
    day: date
    provisional: bool  # counted over a year whose holidays nobody has loaded


class Notices(NamedTuple):
    years: frozenset[int]
    working: dict[date, bool]


def read() -> Notices:
    years = frozenset(HolidayYear.objects.values_list("year", flat=True))
    return Notices(years, dict(Holiday.objects.values_list("day", "working")))


remembered = Kept(read, SECONDS_KEPT)
forget = remembered.forget


def is_workday(day: date) -> bool:
    return _works(day, remembered())


def add(day: date, n: int, *, working: bool) -> Due:
    """The last day of a limit of n days that a thing on `day` starts."""
    if n < 0:
        raise ValueError("期限天数不能为负。")
    if n == 0:
        return Due(day, False)
    return _nth_workday(day, n) if working else roll(day + n * ONE)


def roll(day: date) -> Due:
    """The day itself or, where it is off, the next working day."""
    return _nth_workday(day - ONE, 1)


def between(start: date, end: date, *, working: bool) -> int:
    """Days after start up to and with end; negative when end lies before start."""
    if end < start:
        return -between(end, start, working=working)
    if not working:
        return (end - start).days
    notices = remembered()
    return sum(_works(start + n * ONE, notices) for n in range(1, (end - start).days + 1))


def announce(years: set[int]) -> None:
    """Tell whoever keeps deadlines that the holidays of these years are others now."""
    remembered.changed()
    for react in changed:
        react(years)


def _nth_workday(after: date, n: int) -> Due:
    notices, day, unloaded = remembered(), after, False
    while n:
        day += ONE
        unloaded = unloaded or day.year not in notices.years
        n -= _works(day, notices)
    return Due(day, unloaded)


def _works(day: date, notices: Notices) -> bool:
    return notices.working.get(day, day.weekday() <= FRIDAY)
