"""The tree is dated: a change of today leaves last year as it was."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawgov.units import scope
from lawgov.units.models import Unit, names

pytestmark = pytest.mark.django_db
MIDYEAR = date(2024, 7, 1)


@pytest.fixture
def street():
    return Unit.objects.create(code="110105019", name="垡头街道")


@pytest.fixture
def communities(street):
    return [
        Unit.objects.create(code=f"{street.code}01{n}", name=f"垡头{n}区社区") for n in (3, 4, 5)
    ]


def names_on(day):
    return set(Unit.objects.on(day).exclude(code="0").values_list("name", flat=True))


def test_an_imported_unit_answers_for_years_long_past(street):
    assert names_on(date(2020, 1, 1)) == {"垡头街道"}


def test_a_rename_in_mid_year_holds_from_its_day(street):
    street.rename(on=MIDYEAR, name="新垡头街道")
    assert names_on(date(2024, 6, 30)) == {"垡头街道"}
    assert names_on(MIDYEAR) == {"新垡头街道"}


def test_a_renamed_street_is_still_one_street(street):
    street.rename(on=MIDYEAR, name="新垡头街道")
    assert Unit.objects.on(date(2024, 12, 31)).filter(level="street").count() == 1


def test_a_unit_cannot_be_renamed_before_it_began(street):
    new = street.rename(on=MIDYEAR, name="新垡头街道")
    with pytest.raises(ValidationError, match="2024-07-01"):
        new.rename(on=MIDYEAR, name="更新的街道")
    assert names_on(MIDYEAR) == {"新垡头街道"}


def test_a_refused_new_name_leaves_the_unit_open(street):
    with pytest.raises(ValidationError):
        street.rename(on=MIDYEAR, name="")
    assert names_on(MIDYEAR) == {"垡头街道"}


def test_a_merged_community_is_gone_and_names_its_successor(communities):
    one, two, _ = communities
    one.merge(into=two, on=MIDYEAR)
    one.refresh_from_db()
    assert (one.until, one.successor) == (MIDYEAR, "110105019014")
    assert names_on(MIDYEAR) == {"垡头街道", "垡头4区社区", "垡头5区社区"}


def test_years_before_a_merger_count_both(communities):
    communities[0].merge(into=communities[1], on=MIDYEAR)
    assert Unit.objects.on(date(2023, 12, 31)).children("110105019").count() == 3


def test_history_tells_the_names_and_what_was_merged_in(communities):
    one, two, _ = communities
    one.merge(into=two, on=date(2023, 1, 1))
    two.rename(on=MIDYEAR, name="垡头社区")
    told = [unit.name for unit in Unit.objects.history(two.code)]
    assert told == ["垡头3区社区", "垡头4区社区", "垡头社区"]


def test_a_successor_must_exist_on_the_day(communities):
    with pytest.raises(ValidationError, match="110105019099"):
        communities[0].close(on=MIDYEAR, successor="110105019099")


def test_a_unit_cannot_succeed_itself(communities):
    with pytest.raises(ValidationError, match="自己"):
        communities[0].merge(into=communities[0], on=MIDYEAR)


def test_a_street_with_communities_is_not_closed_over_their_heads(street, communities):
    with pytest.raises(ValidationError, match="垡头3区社区"):
        street.close(on=MIDYEAR)
    assert street.until is None


def test_a_closed_unit_is_not_closed_again(communities):
    communities[0].close(on=MIDYEAR)
    again = Unit.objects.get(pk=communities[0].pk)
    with pytest.raises(ValidationError, match="已经停用"):
        again.close(on=date(2025, 1, 1))


def test_a_closed_unit_keeps_its_name_in_old_lists(communities):
    communities[0].close(on=MIDYEAR)
    assert names(["110105019013", "110105019014"]) == {
        "110105019013": "垡头3区社区",
        "110105019014": "垡头4区社区",
    }


def test_names_of_a_day_are_those_of_that_day(street, django_assert_num_queries):
    street.rename(on=MIDYEAR, name="新垡头街道")
    with django_assert_num_queries(1):
        assert names([street.code], date(2023, 1, 1)) == {street.code: "垡头街道"}
    assert names([street.code]) == {street.code: "新垡头街道"}


def test_numbers_begin_with_the_mark_or_the_first_character(street):
    assert street.heading == "垡"
    street.mark = "朝垡"
    assert street.heading == "朝垡"


def test_the_subtree_is_the_unit_and_all_below_it(communities):
    Unit.objects.create(code="110105020", name="邻街")
    assert Unit.objects.under("110105019").count() == 4
    assert Unit.objects.filter(scope.within("code", [])).count() == 0


digits = st.text("019", min_size=15, max_size=15)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(digits, st.sampled_from([2, 4, 6, 9, 12, 15])), min_size=1))
def test_the_database_and_the_code_agree_on_who_lies_under_whom(db, drawn):
    codes = {text[:length] for text, length in drawn} | {"0"}
    with transaction.atomic():
        Unit.objects.exclude(code="0").delete()
        Unit.objects.bulk_create(Unit(code=code, name="某") for code in codes - {"0"})
        for code in codes:
            under = set(Unit.objects.under(code).values_list("code", flat=True))
            assert under == {other for other in codes if scope.covers(code, other)}


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, None),
        (date(2025, 1, 1), None),
        (date(2022, 1, 1), date(2023, 1, 1)),
        (date(2024, 6, 1), date(2024, 8, 1)),
    ],
)
def test_the_database_refuses_two_rows_of_one_code_in_one_period(street, since, until):
    street.rename(on=MIDYEAR, name="新垡头街道")
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.create(code=street.code, name="又一个", since=since, until=until)


def test_the_database_refuses_to_stretch_a_period_over_the_next(street):
    street.rename(on=MIDYEAR, name="新垡头街道")
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=street.pk).update(until=date(2024, 8, 1))


@pytest.mark.parametrize("code", ["1", "110", "11010501", "11010a", "１１", "1\n"])
def test_the_database_refuses_a_code_of_no_level(code):
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.create(code=code, name="不合规")
