"""Rounds of screening (排查): who walked where and when, and whether a dispute was found."""

from bisect import bisect_left
from datetime import date, timedelta
from random import Random

from lawgov.casework.batch import Batch
from lawgov.casework.models import Entry
from lawgov.people.models import Role
from lawgov.units import scope
from lawgov.workdays import calendar
from mediation.choices import Found

from .days import Days
from .people import Cast, walked
from .plans import Street
from .texts import pick

ROUNDS = {"visit": 58, "patrol": 33, "sweep": 9}
FINDS = 0.09
FRESH = timedelta(days=10)  # within which a found dispute is logged


class Rounds:
    """Rounds that found a dispute, each of which one dispute may name as its source."""

    def __init__(self, street: Street) -> None:
        found = Entry.objects.filter(
            scope.within("unit", [scope.span(street.code)]), kind="screening", facet=Found.DISPUTE
        )
        self.left = list(found.order_by("on", "pk").values_list("on", "pk", "unit"))

    def before(self, day: date, unit: str) -> tuple[int, str] | None:
        """The latest round of the days before (in the unit, if one is named), used once."""
        low = bisect_left(self.left, (day - FRESH,))
        high = bisect_left(self.left, (day + calendar.ONE,))
        near = [row for row in self.left[low:high] if unit in ("", row[2])]
        if not near:
            return None
        self.left.remove(near[-1])
        return near[-1][1:]


def screen(street: Street, cast: Cast, days: Days, rng: Random) -> None:
    batch = Batch()
    places = walked(street)
    for year in days.years:
        plan = street.in_year(year).part(days.share(year))
        for day in sorted(rng.choices(days.of(year), k=plan.screened)):
            log(batch, cast, rng, rng.choice(places), day)
    batch.save()


def log(batch: Batch, cast: Cast, rng: Random, unit: str, day: date) -> None:
    walker = rng.choice(cast.near(Role.GRID_WORKER, unit))
    batch.log(
        "screening",
        unit,
        by=walker.user,
        post=walker.post,
        on=day.isoformat(),
        type=pick(rng, ROUNDS),
        found=Found.DISPUTE if rng.random() < FINDS else Found.NOTHING,
        households=rng.randint(2, 30),
    )
