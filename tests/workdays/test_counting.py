"""Limits in days and working days, against the notice for 2026 and the Civil Code."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawgov.workdays import calendar

pytestmark = pytest.mark.django_db

# Every day off on a weekday and every working weekend of 国务院办公厅 2025-11-04.
OFF_2026 = [(1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (9, 25, 27), (10, 1, 7)]
WORKING_WEEKENDS_2026 = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]

days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
limits = st.integers(1, 90)
on_real_calendar = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.mark.parametrize(("month", "first", "last"), OFF_2026)
def test_the_holidays_of_2026_are_off(month, first, last):
    off = [date(2026, month, day) for day in range(first, last + 1)]
    assert not any(calendar.is_workday(day) for day in off)


@pytest.mark.parametrize("day", WORKING_WEEKENDS_2026)
def test_the_weekends_made_up_for_in_2026_are_worked(day):
    assert calendar.is_workday(date.fromisoformat(f"2026-{day}"))


def test_an_ordinary_week_works_from_monday_to_friday():
    week = [date(2026, 7, 6) + timedelta(n) for n in range(7)]
    assert [calendar.is_workday(day) for day in week] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("start", "n", "last"),
    [
        (date(2026, 7, 6), 7, date(2026, 7, 15)),  # Monday; one weekend
        (date(2026, 2, 13), 2, date(2026, 2, 24)),  # 14 worked, then the Spring Festival
        (date(2026, 9, 24), 4, date(2026, 10, 8)),  # 28 29 30, then the National Day week
        (date(2026, 10, 8), 2, date(2026, 10, 10)),  # the Saturday is worked
        (date(2025, 12, 31), 1, date(2026, 1, 4)),  # over the year; the Sunday is worked
    ],
)
def test_working_days_skip_what_is_off_and_the_starting_day(start, n, last):
    assert calendar.add(start, n, working=True) == (last, False)


@pytest.mark.parametrize(
    ("start", "n", "last"),
    [
        (date(2026, 7, 6), 30, date(2026, 8, 5)),  # a Wednesday
        (date(2026, 7, 3), 15, date(2026, 7, 20)),  # ends on a Saturday: Monday
        (date(2026, 9, 20), 15, date(2026, 10, 8)),  # ends on 5 October: after the week
        (date(2026, 9, 10), 30, date(2026, 10, 10)),  # a Saturday that is worked
    ],
)
def test_calendar_days_end_on_a_working_day(start, n, last):
    assert calendar.add(start, n, working=False) == (last, False)


def test_a_limit_that_runs_past_the_last_loaded_year_is_provisional():
    assert calendar.add(date(2026, 12, 25), 4, working=True) == (date(2026, 12, 31), False)
    assert calendar.add(date(2026, 12, 25), 5, working=True) == (date(2027, 1, 1), True)
    assert calendar.add(date(2026, 12, 1), 30, working=False) == (date(2026, 12, 31), False)
    assert calendar.add(date(2026, 12, 1), 31, working=False) == (date(2027, 1, 1), True)


def test_a_last_day_that_rolls_into_an_unloaded_year_is_provisional():
    assert calendar.roll(date(2022, 1, 1)) == (date(2022, 1, 4), False)
    assert calendar.roll(date(2028, 1, 1)) == (date(2028, 1, 3), True)


def test_before_the_first_loaded_year_weeks_are_ordinary_and_provisional():
    assert calendar.add(date(2019, 9, 30), 1, working=True) == (date(2019, 10, 1), True)


def test_time_past_the_limit_counts_below_zero():
    assert calendar.between(date(2026, 7, 10), date(2026, 7, 6), working=True) == -4


def test_no_limit_is_shorter_than_nothing():
    with pytest.raises(ValueError, match="不能为负"):
        calendar.add(date(2026, 7, 6), -1, working=True)


@on_real_calendar
@given(days, limits)
def test_counting_back_gives_the_working_days_of_the_limit(day, n):
    due = calendar.add(day, n, working=True)
    assert calendar.between(day, due.day, working=True) == n
    assert calendar.is_workday(due.day)


@on_real_calendar
@given(days, limits)
def test_calendar_days_roll_only_over_days_off(day, n):
    due, last = calendar.add(day, n, working=False).day, day + timedelta(n)
    over = [last + timedelta(k) for k in range((due - last).days)]
    assert due >= last
    assert calendar.is_workday(due)
    assert not any(calendar.is_workday(skipped) for skipped in over)


@on_real_calendar
@given(days, st.integers(0, 40), limits, st.integers(0, 20), st.booleans())
def test_a_later_start_or_a_longer_limit_never_ends_sooner(day, later, n, more, working):
    soon = calendar.add(day, n, working=working).day
    assert calendar.add(day + timedelta(later), n + more, working=working).day >= soon


@on_real_calendar
@given(days, days, days, st.booleans())
def test_stretches_of_time_add_up(one, two, three, working):
    parts = calendar.between(one, two, working=working) + calendar.between(
        two, three, working=working
    )
    assert calendar.between(one, three, working=working) == parts


def test_the_calendar_is_read_once_a_minute(django_assert_num_queries):
    with django_assert_num_queries(2):
        for n in range(20):
            calendar.add(date(2026, 7, 6), n, working=True)
