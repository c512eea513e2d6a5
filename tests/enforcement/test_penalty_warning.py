"""Who handles a case, and the head, are told on its 60th, 75th and 85th day."""

from datetime import timedelta

import pytest
import time_machine

from enforcement.penalty import warning
from lawgov.casework import outbox
from lawgov.notices.models import Notice

from .penalty import penalty_in

pytestmark = pytest.mark.django_db


def told_on(due, left):
    """How many notices each has once the worker went by so many days before the end, twice."""
    with time_machine.travel(due - timedelta(days=left)):
        for _ in range(2):
            warning.begin()
            outbox.drain()
    rows = Notice.objects.filter(key__startswith="penalty-warning")
    return sorted(rows.values_list("to__username", flat=True))


def test_a_case_is_told_of_on_its_60th_75th_and_85th_day(squad):
    case = penalty_in("filed", squad)
    due = next(clock.due for clock in case.clocks() if clock.clock.label == warning.LABEL)
    once = told_on(due, 30)

    assert told_on(due, 31) == once
    assert {"officer", "head"} <= set(once)
    assert told_on(due, 29) == once
    assert told_on(due, 15) == sorted(once * 2)
    assert told_on(due, 5) == sorted(once * 3)


def test_a_case_whose_time_stands_still_is_not_told_of(squad):
    case = penalty_in("investigating", squad)
    due = next(clock.due for clock in case.clocks() if clock.clock.label == warning.LABEL)
    case.take("appraise", by=squad.officer, organ="检测中心", matter="材质")

    assert told_on(due, 5) == []
