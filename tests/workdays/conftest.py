"""The calendar is remembered for a minute; a test starts with what the database says."""

import pytest

from lawgov.workdays import calendar


@pytest.fixture(autouse=True)
def fresh_calendar():
    calendar.forget()
    yield
    calendar.forget()
