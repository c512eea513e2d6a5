"""A deadline over a year without holiday notice is provisional, and is put right when it comes."""

import pytest

from lawgov.casework import outbox
from lawgov.casework.models import Case, Outbox
from lawgov.workdays import calendar, notices
from tests.cast import dispute_in, logged

NOTICE_2027 = """date,working,name
2027-01-01,0,元旦
2027-01-02,0,元旦
2027-01-03,0,元旦
2027-01-04,0,元旦
"""


@pytest.fixture(autouse=True)
def fresh_calendar():
    calendar.forget()
    yield
    calendar.forget()


@pytest.fixture
def year_2027(tmp_path):
    """Loads a notice for 2027, made up for this test: 1 to 4 January are off."""
    path = tmp_path / "2027.csv"
    path.write_text(NOTICE_2027)
    return lambda: notices.load(path)


def settle():
    """What was queued waits until every process has forgotten the old notices; then it is done."""
    Outbox.objects.update(claimed_until=None)
    outbox.drain()


def due(case):
    row = Case.objects.get(pk=case.pk)
    return str(row.due_on), row.due_clock, row.due_provisional


def test_loading_2027_recomputes_a_provisional_deadline(cast, time_machine_at, year_2027):
    with time_machine_at("2026-12-30 09:00"):
        case = logged(cast.grid)
        assert due(case) == ("2027-01-04", "受理审查", True)  # 31 December, then by weekdays

        year_2027()
        settle()

    assert due(case) == ("2027-01-06", "受理审查", False)


def test_a_deadline_before_the_changed_year_stays(cast, time_machine_at, year_2027):
    with time_machine_at("2026-11-16 09:00"):
        case = logged(cast.grid)
        year_2027()
        settle()

    assert due(case) == ("2026-11-19", "受理审查", False)


def test_nothing_is_queued_where_no_deadline_can_move(cast, time_machine_at, year_2027):
    with time_machine_at("2026-11-16 09:00"):
        logged(cast.grid)
        year_2027()

    assert not Outbox.objects.filter(topic="workdays").exists()


def test_a_settled_dispute_keeps_its_day_of_performance_in_step(cast, time_machine_at, year_2027):
    with time_machine_at("2026-12-31 09:00"):
        case = dispute_in("performed", cast)
        assert due(case) == ("2027-01-15", "回访", True)

        year_2027()
        settle()

    assert due(case) == ("2027-01-15", "回访", False)
