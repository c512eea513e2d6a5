"""Records made through the bulk twin of the write path, on any day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from lawgov.casework.batch import Batch
from reporting.indicators import figures
from reporting.periods import Period
from tests.casework.conftest import time_machine_at  # noqa: F401 - a fixture
from tests.cast import GRID, answers, behind_doors, registration

SHANGHAI = ZoneInfo("Asia/Shanghai")
DATED = ("on", "perform_by", "parties_signed_on", "sealed_on", "mediator_signed_on")
TO_MEDIATING = ["accept", "assign", "session"]
AGREED = [*TO_MEDIATING, "agree_written"]


@pytest.fixture
def past(cast):
    """A batch with shorthand for what happened on a day; `save` it to count it."""
    return Past(cast)


class Past(Batch):
    def __init__(self, cast):
        super().__init__()
        self.cast = cast

    def dispute(self, day, *steps, unit=GRID, by="mediator", **changes):
        """A dispute opened on a day; each step is a name, or a name with its day."""
        case = self.open(
            "dispute", unit, by=self.cast.grid, post=None, at=noon(day), **registration(**changes)
        )
        for step in steps:
            name, day = step if isinstance(step, tuple) else (step, day)
            given = given_on(name, day) | behind_doors(name, case)
            if name == "assign":
                given["handler"] = by
            self.take(case, name, by=self.cast.mediator, post=None, at=noon(day), **given)
            if (name, by) == ("assign", "lawyer"):
                self.take(case, "take_on", by=self.cast.lawyer, post=None, at=noon(day))
        return case

    def round(self, day, unit=GRID, **given):
        """A round of screening."""
        asked = {"type": "visit", "found": "nothing"} | given
        return self.log("screening", unit, by=self.cast.grid, post=None, on=day, **asked)


def noon(day):
    return datetime.combine(date.fromisoformat(day), time(12), SHANGHAI)


def given_on(name, day):
    swap = dict.fromkeys(DATED, day)
    return {k: swap.get(k, v) for k, v in answers()[name].items()}


def value(code, unit, year, part="", as_of=None):
    found = figures(unit, Period.of(year, part, as_of))
    return next(figure.value for figure in found if figure.indicator.code == code)
