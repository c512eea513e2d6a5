"""加处罚款 (行政处罚法第七十二、七十三条), as a calculation."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from enforcement.penalty.surcharge import Owed, Stay, owed

DUE = date(2026, 3, 16)
fines = st.integers(1, 10**9)
late = st.integers(0, 120)


def after(days: int) -> date:
    return DUE + timedelta(days=days)


def test_three_per_cent_for_each_day_after_the_last():
    assert owed(100_000, DUE, DUE) == Owed(0, 0)
    assert owed(100_000, DUE, after(1)) == Owed(1, 3_000)
    assert owed(100_000, DUE, after(10)) == Owed(10, 30_000)


def test_what_was_paid_in_time_grows_no_more():
    assert owed(100_000, DUE, after(90), [(DUE, 100_000)]) == Owed(0, 0)


def test_of_a_part_that_is_unpaid_only_that_part_grows():
    assert owed(100_000, DUE, after(10), [(DUE, 60_000)]) == Owed(10, 12_000)


@given(fines, late)
def test_it_is_never_more_than_the_fine(fine, days):
    assert 0 <= owed(fine, DUE, after(days)).amount <= fine


@given(fines, st.integers(34, 5000))
def test_after_thirty_four_days_it_is_the_fine_itself(fine, days):
    assert owed(fine, DUE, after(days)).amount == fine


@given(fines, late, st.integers(0, 60))
def test_it_only_grows(fine, days, more):
    assert owed(fine, DUE, after(days)).amount <= owed(fine, DUE, after(days + more)).amount


@given(fines, st.integers(0, 30), st.integers(1, 30), st.integers(0, 30))
def test_it_stands_still_while_the_decision_is_contested(fine, before, during, later):
    """The days of 复议 and 诉讼 are as if they had not been."""
    stay = Stay(after(before + 1), after(before + during))
    with_it = owed(fine, DUE, after(before + during + later), stays=[stay])
    assert with_it == owed(fine, DUE, after(before + later))


@given(fines, late)
def test_while_it_is_still_contested_nothing_runs(fine, days):
    assert owed(fine, DUE, after(days), stays=[Stay(DUE, None)]) == Owed(0, 0)
