"""A parameter has the value of the nearest unit that set one by that day; nothing is changed."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from lawgov.parameters import known
from lawgov.parameters.known import Parameter, remembered
from lawgov.parameters.models import Value
from mediation.limits import ACCEPT, MEDIATE
from tests.cast import COMMUNITY, OTHER_STREET, STREET

pytestmark = pytest.mark.django_db
UNITS = ("0", "31", "3101", "310106", STREET, OTHER_STREET)
DAYS = st.dates(date(2024, 1, 1), date(2024, 1, 20))


def test_what_nobody_set_has_the_value_it_came_with():
    assert (ACCEPT.on(COMMUNITY), MEDIATE.on(COMMUNITY)) == (3, 30)


def test_a_value_holds_from_its_day_on(put):
    put(ACCEPT, 5, date(2024, 3, 1))

    assert ACCEPT.on(STREET, date(2024, 2, 29)) == 3
    assert ACCEPT.on(STREET, date(2024, 3, 1)) == 5


def test_a_street_has_its_own_value_whatever_holds_everywhere(put):
    put(ACCEPT, 5, date(2024, 1, 1), STREET)
    put(ACCEPT, 7, date(2024, 3, 1))

    assert ACCEPT.on(COMMUNITY, date(2024, 3, 1)) == 5
    assert ACCEPT.on(OTHER_STREET, date(2024, 3, 1)) == 7


def test_a_slip_is_put_right_by_setting_the_same_day_again(put):
    put(ACCEPT, 30, date(2024, 3, 1))
    put(ACCEPT, 3, date(2024, 3, 1))

    assert ACCEPT.on(STREET, date(2024, 3, 1)) == 3


@given(rows=st.lists(st.tuples(st.sampled_from(UNITS), DAYS, st.integers(1, 99))), day=DAYS)
def test_the_nearest_unit_decides_and_there_the_latest_day(rows, day):
    held: dict = {}
    for order, (unit, since, value) in enumerate(rows):
        held.setdefault((ACCEPT.code, unit), []).append((since, order, value))
    remembered.known = (
        {key: [(s, v) for s, _, v in sorted(dated)] for key, dated in held.items()},
        float("inf"),
    )

    fit = [
        (len(unit.strip("0")), since, order, value)
        for order, (unit, since, value) in enumerate(rows)
        if since <= day and unit != OTHER_STREET
    ]
    assert ACCEPT.on(COMMUNITY, day) == (max(fit)[-1] if fit else ACCEPT.default)


@pytest.mark.parametrize(
    "change",
    [lambda rows: rows.update(value=9), lambda rows: rows._raw_delete("default")],
)
def test_the_database_keeps_what_was_set(put, change):
    put(ACCEPT, 5)

    with pytest.raises(IntegrityError, match="只增不改"), transaction.atomic():
        change(Value.objects.all())


def test_values_are_read_once_in_a_while(put, django_assert_num_queries):
    put(ACCEPT, 5)

    with django_assert_num_queries(1):
        assert [ACCEPT.on(STREET), MEDIATE.on(STREET), ACCEPT.on()] == [5, 30, 5]


def test_another_process_knows_a_new_value_after_some_seconds(put, admin, monkeypatch):
    now = 0.0
    monkeypatch.setattr("lawgov.kept.monotonic", lambda: now)
    remembered.forget()
    assert ACCEPT.on(STREET) == 3
    day = date(2024, 1, 1)
    Value.objects.bulk_create(
        [Value(parameter=ACCEPT.code, value=5, since=day, by=admin, reason="试行")]
    )

    now = remembered.seconds
    assert ACCEPT.on(STREET) == 3
    now += 1
    assert ACCEPT.on(STREET) == 5


def test_two_parameters_cannot_share_a_code():
    with pytest.raises(Exception, match="参数代码重复"):
        Parameter(ACCEPT.code, "另一个", 1, "日", 1, 2)


def test_every_default_lies_within_its_bounds():
    wrong = [p.code for p in known.PARAMETERS.values() if not p.least <= p.default <= p.most]
    assert wrong == []


def test_a_value_of_tomorrow_does_not_hold_today(put):
    put(ACCEPT, 5, date.today() + timedelta(days=2))

    assert ACCEPT.on(STREET) == 3
