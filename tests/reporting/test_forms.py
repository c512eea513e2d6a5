"""Shares and growths, and what may not be declared."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from mediation.indicators import DISPUTES
from reporting.indicators import REGISTRY, Count, Growth, Quotient, figures, register
from reporting.periods import Period
from tests.cast import STREET

from .conftest import AGREED

MEDIATED, HANDLED = (REGISTRY[c] for c in ("dispute.mediated", "dispute.handled"))
RATE = Quotient("test.rate", "调解成功率", "成功占调处", part=MEDIATED, whole=HANDLED)
GROWTH = Growth("test.growth", "成功调解增长率", "同比", on=MEDIATED)


def value(indicator, period):
    (figure,) = figures(STREET, period, [indicator])
    return figure.value


@pytest.fixture
def years(past):
    past.dispute("2022-03-01", *AGREED)
    past.dispute("2022-11-01", *AGREED)
    past.dispute("2023-03-01", *AGREED)
    past.dispute("2023-04-01", *AGREED)
    past.dispute("2023-04-01", "accept", "fail")
    past.dispute("2024-03-01", "accept")
    past.save()


@pytest.mark.django_db
def test_a_rate_is_in_per_cent_with_two_places(years):
    assert str(value(RATE, Period.of(2023))) == "66.67"
    assert value(RATE, Period.of(2022)) == 100


@pytest.mark.django_db
def test_nothing_is_divided_by_nothing(years):
    assert value(RATE, Period.of(2024)) is None
    assert value(RATE, Period.of(2021)) is None


@pytest.mark.django_db
def test_growth_holds_a_year_against_the_year_before(years):
    assert value(GROWTH, Period.of(2023)) == 0
    assert value(GROWTH, Period.of(2024)) == -100


@pytest.mark.django_db
def test_growth_without_a_base_is_no_figure(years):
    assert value(GROWTH, Period.of(2022)) is None


@pytest.mark.django_db
def test_growth_of_a_year_to_date_takes_the_same_days_of_the_year_before(years):
    assert value(GROWTH, Period.of(2023, as_of=date(2023, 10, 31))) == 100


def test_a_code_is_declared_once():
    again = Count("dispute.mediated", "又一个", "件", DISPUTES, "重复")
    with pytest.raises(ImproperlyConfigured, match=r"dispute\.mediated"):
        register(again)


@pytest.mark.parametrize(
    ("part", "since", "until"),
    [
        ("", (2024, 1, 1), (2025, 1, 1)),
        ("Q1", (2024, 1, 1), (2024, 4, 1)),
        ("Q4", (2024, 10, 1), (2025, 1, 1)),
        ("02", (2024, 2, 1), (2024, 3, 1)),
        ("12", (2024, 12, 1), (2025, 1, 1)),
    ],
)
def test_periods_begin_on_their_first_day_and_end_before_the_next(part, since, until):
    period = Period.of(2024, part)
    assert (period.since, period.until) == (date(*since), date(*until))


def test_the_same_days_a_year_before_a_leap_day():
    before = Period.of(2024, as_of=date(2024, 2, 28)).year_before
    assert (before.since, before.end) == (date(2023, 1, 1), date(2023, 3, 1))
