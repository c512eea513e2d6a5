"""One definition: the value is the size, sum or distinct count of its records, however divided."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from operator import attrgetter

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from lawgov.casework.models import Case, Entry, Event
from lawgov.units.models import Unit
from reporting.indicators import REGISTRY, Distinct, Stock, Sum, figures
from reporting.periods import Period
from reporting.splits import division, split, ways
from tests.cast import COMMUNITY, GRID, SIBLING, STREET

from .conftest import AGREED, TO_MEDIATING, Past

UNITS = (STREET, COMMUNITY, SIBLING, GRID)
ROADS = (
    [],
    ["accept", "assign"],
    ["accept", "assign", "assign"],
    AGREED,
    [*TO_MEDIATING, "agree_oral"],
    ["accept", "fail"],
    ["refer"],
    ["withdraw"],
    ["reject"],
)
FIRST = date(2022, 12, 1)
dispute = st.fixed_dictionaries(
    {
        "unit": st.sampled_from(UNITS),
        "steps": st.sampled_from(ROADS),
        "day": st.integers(0, 450),
        "pause": st.integers(0, 60),
        "by": st.sampled_from(["lawyer", "mediator"]),
        "type": st.sampled_from(["family", "neighbour"]),
        "channel": st.sampled_from(["police", "court"]),
        "amount": st.sampled_from(["", "0.01", "1200.50", "30000"]),
    }
)
rounds = st.tuples(st.integers(0, 450), st.sampled_from(UNITS), st.sampled_from(["visit", "sweep"]))
ASKED = [Period.of(2023), Period.of(2023, "Q3"), Period.of(2023, "12", date(2023, 12, 15))]


def on(day):
    return (FIRST + timedelta(days=day)).isoformat()


def write(cast, disputes, screened):
    past = Past(cast)
    for told in disputes:
        days = (on(told["day"] + told["pause"] * n) for n in range(1, 9))
        steps = list(zip(told["steps"], days, strict=False))
        named = {k: told[k] for k in ("unit", "by", "type", "channel", "amount")}
        past.dispute(on(told["day"]), *steps, **named)
    for day, unit, kind in screened:
        past.round(on(day), unit=unit, type=kind)
    past.save()


def counted(indicator, unit, period):
    """The value, the long way round: from the listed records one by one."""
    rows = list(indicator.records(unit, period))
    if isinstance(indicator, Distinct):
        assert len({row.case_id for row in rows}) == len(rows)
    return worth(indicator, rows)


def worth(indicator, rows):
    if isinstance(indicator, Sum):
        worth_of = attrgetter(indicator.column.replace("__", "."))
        return Decimal(sum(worth_of(row) for row in rows)) / indicator.per
    return len(rows)


@pytest.fixture
def written(cast):
    """Records written anew for each example, and undone after it."""

    def run(disputes, screened, *checks):
        with transaction.atomic():
            write(cast, disputes, screened)
            for check in checks:
                check()
            transaction.set_rollback(True)

    return run


def counts(unit, period):
    """Figures with records of their own: a rate has those of its part."""
    return [each for each in figures(unit, period) if each.indicator is each.indicator.counted]


def check_values():
    for period, unit in product(ASKED, (STREET, COMMUNITY, GRID)):
        for figure in counts(unit, period):
            records = counted(figure.indicator.counted, unit, period)
            assert (figure.value or 0) == records, (figure, unit, period)


def check_divisions():
    for period in ASKED:
        for figure in counts(STREET, period):
            for way in ways(figure.indicator.counted, STREET):
                check_division(figure, period, way)


def check_division(figure, period, way):
    """The parts add up, and each part's value is that of its own records."""
    indicator = figure.indicator.counted
    by = division(indicator, STREET, period, way)
    parts = split(indicator, STREET, period, by)
    assert sum(part.value or 0 for part in parts) == (figure.value or 0)
    shown = [part for part in parts if part.value]
    for part in shown[:2]:
        rows = indicator.records(STREET, period).filter(by.narrow(part.part))
        assert part.value == worth(indicator, rows)


@pytest.mark.django_db
def test_value_equals_records_and_parts_add_up(written):
    @settings(max_examples=6)
    @given(st.lists(dispute, max_size=6), st.lists(rounds, max_size=5))
    def run(disputes, screened):
        written(disputes, screened, check_values, check_divisions)

    run()


@pytest.mark.django_db
def test_stocks_are_divided_by_unit_only(tree):
    stocks = [i for i in REGISTRY.values() if isinstance(i, Stock)]
    assert stocks
    assert all(set(ways(i, STREET)) == {"community", "grid"} for i in stocks)


@pytest.mark.django_db
def test_a_unit_of_that_year_keeps_its_row_after_it_was_merged(past):
    past.round("2023-05-01", unit=SIBLING)
    past.save()
    Unit.objects.get(code=SIBLING).merge(into=Unit.objects.get(code=COMMUNITY), on=date(2024, 1, 1))
    rows = {year: parts_of("dispute.screened", year) for year in (2023, 2024)}

    assert rows[2023] == {"第一居委会": None, "第三居委会": 1}
    assert rows[2024] == {"第一居委会": None}


def parts_of(code, year):
    indicator, period = REGISTRY[code].counted, Period.of(year)
    by = division(indicator, STREET, period, "unit")
    return {part.label: part.value for part in split(indicator, STREET, period, by)}


@pytest.mark.django_db
def test_what_the_street_noted_itself_stands_in_a_row_of_its_own(past):
    past.round("2023-05-01", unit=STREET)
    past.round("2023-05-01", unit=GRID)
    past.save()

    assert parts_of("dispute.screened", 2023) == {
        "第一居委会": 1,
        "第三居委会": None,
        "未记到社区": 1,
    }


def test_no_record_is_counted_by_the_present_state():
    """The columns that say when and what a row counts by are never changed afterwards."""
    changing = {"state", "closed_on", "handler", "due_on"}
    for indicator in REGISTRY.values():
        source = indicator.counted.source
        assert source.model is not Case
        assert not changing & {*indicator.counted.where, source.on}
    assert {Event, Entry} <= {i.counted.source.model for i in REGISTRY.values()}
