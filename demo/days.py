"""Working days and hours, on which the demo's people do their work."""

from bisect import bisect_left, bisect_right
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from lawgov.workdays import calendar

from .plans import FIRST_YEAR

OPENS, CLOSES = 9, 17
SETTLED = 10  # from this hour on, today already has something to show


class Days:
    """The working days from the first year until now."""

    def __init__(self, now: datetime) -> None:
        here = timezone.localtime(now)
        self.last = here.date() if here.hour >= SETTLED else here.date() - calendar.ONE
        first = date(FIRST_YEAR - 1, 11, 1)
        every = (first + n * calendar.ONE for n in range((self.last - first).days + 1))
        self.working = [day for day in every if calendar.is_workday(day)]

    @property
    def years(self) -> range:
        return range(FIRST_YEAR, self.last.year + 1)

    def of(self, year: int) -> list[date]:
        low = bisect_left(self.working, date(year, 1, 1))
        return self.working[low : bisect_left(self.working, date(year + 1, 1, 1))]

    def share(self, year: int) -> float:
        """How much of the year has gone."""
        return min(1.0, (self.last - date(year - 1, 12, 31)).days / 365)

    def before(self, day: date, n: int) -> date:
        """The working day n working days before."""
        return self.working[max(0, bisect_left(self.working, day) - n)]

    def after(self, day: date, n: int) -> date | None:
        """The working day n working days later, unless it is still to come."""
        place = bisect_right(self.working, day) - 1 + n
        return self.working[place] if place < len(self.working) else None

    def ago(self, n: int) -> date:
        return self.working[-1 - n]

    def between(self, start: date, end: date, n: int, rng: Random) -> list[date]:
        """n working days between two, in order."""
        low, high = bisect_left(self.working, start), bisect_right(self.working, end) - 1
        return [self.working[place] for place in sorted(rng.choices(range(low, high + 1), k=n))]


class Watch:
    """The time of the next thing done in one case, always later than the last."""

    def __init__(self, rng: Random, last: date) -> None:
        self.rng, self.last_day = rng, last
        self.now = datetime.min

    def at(self, day: date) -> datetime:
        # What is dated on the last day happened right after opening, so that none is to come.
        hours = 1 if day == self.last_day else CLOSES - OPENS - 3
        start = datetime.combine(day, time(OPENS)) + timedelta(
            minutes=self.rng.randrange(hours * 30)
        )
        later = self.now + timedelta(minutes=self.rng.randrange(2, 9))
        self.now = max(start, later)
        return timezone.make_aware(self.now)
