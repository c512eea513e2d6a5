"""A code means one thing for ever: it may be renamed or stopped from a day, never reused."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from lawgov.dictionaries.apps import seed
from lawgov.dictionaries.lists import DICTIONARIES, Dictionary, remembered
from lawgov.dictionaries.models import Naming, Term
from mediation.choices import DISPUTE_TYPE, FACTOR, SUBTYPE

pytestmark = pytest.mark.django_db


def test_every_list_that_the_product_asks_for_comes_filled():
    assert [name for name, known in DICTIONARIES.items() if not known.choices] == []


def test_the_ministrys_fifteen_types_stand_in_its_order():
    assert len(DISPUTE_TYPE.choices) == 15
    assert DISPUTE_TYPE.choices[:2] == [("family", "婚姻家庭"), ("neighbour", "邻里")]


def test_past_years_keep_the_name_they_had(lift, rename):
    rename(lift, "增设电梯", "2025-01-01")

    assert SUBTYPE.on(date(2024, 12, 31))["lift"] == "加装电梯"
    assert SUBTYPE.on(date(2025, 1, 1))["lift"] == "增设电梯"
    assert SUBTYPE["lift"] == "增设电梯"


def test_of_two_names_for_one_day_the_later_written_holds(lift, rename):
    rename(lift, "增设电梯梯", "2025-01-01")
    rename(lift, "增设电梯", "2025-01-01")

    assert SUBTYPE["lift"] == "增设电梯"


def test_a_stopped_code_is_offered_until_its_day_and_named_for_ever(lift, stop):
    stop(lift, "2025-01-01")

    assert "lift" in SUBTYPE.on(date(2024, 12, 31)).values
    assert "lift" not in SUBTYPE.on(date(2025, 1, 1)).values
    assert SUBTYPE("lift").label == "加装电梯"
    assert SUBTYPE.asked()[-1] == ("lift", "加装电梯（已停用）")


def test_a_code_that_never_was_has_no_name():
    with pytest.raises(ValueError, match="tower"):
        SUBTYPE("tower")
    assert SUBTYPE.get("tower") is None


def test_a_stopped_code_is_not_used_again(lift, stop):
    stop(lift, "2025-01-01")

    with pytest.raises(IntegrityError, match="term_code_once"):
        Term.objects.create(dictionary="dispute.subtype", code="lift")


@pytest.mark.parametrize(
    "change",
    [
        lambda term: Term.objects.filter(pk=term.pk).update(code="tower"),
        lambda term: Term.objects.filter(pk=term.pk).update(dictionary="dispute.type"),
        lambda term: Term.objects.filter(pk=term.pk)._raw_delete("default"),
        lambda term: Naming.objects.filter(term=term).update(label="别的"),
        lambda term: Naming.objects.filter(term=term).delete(),
    ],
)
def test_the_database_keeps_codes_and_names(lift, change):
    with pytest.raises(IntegrityError, match="只增不改"), transaction.atomic():
        change(lift)


def test_lists_are_read_once_in_a_while(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert DISPUTE_TYPE.choices
        assert FACTOR.labels
        assert SUBTYPE("lift")


def test_what_is_saved_is_known_here_at_once(lift, django_capture_on_commit_callbacks):
    assert SUBTYPE["lift"] == "加装电梯"
    with django_capture_on_commit_callbacks(execute=True):
        Naming.objects.create(term=lift, label="增设电梯", since="2025-01-01")

    assert SUBTYPE["lift"] == "增设电梯"


def test_another_process_knows_it_after_some_seconds(lift, monkeypatch):
    """What this one has not heard of, it reads when it next looks."""
    now = 0.0
    monkeypatch.setattr("lawgov.kept.monotonic", lambda: now)
    assert SUBTYPE["lift"] == "加装电梯"
    Naming.objects.bulk_create([Naming(term=lift, label="增设电梯", since="2025-01-01")])

    now = remembered.seconds
    assert SUBTYPE["lift"] == "加装电梯"
    now += 1
    assert SUBTYPE["lift"] == "增设电梯"


def test_a_list_that_people_keep_is_not_seeded_over():
    Term.objects.create(dictionary="dispute.type", code="drone")
    seed(using="default")

    assert Term.objects.filter(dictionary="dispute.type").count() == 16


@pytest.mark.django_db(transaction=True)
def test_an_emptied_database_is_seeded_again():
    call_command("flush", interactive=False, verbosity=0)
    assert Term.objects.filter(dictionary="dispute.type").count() == 15


def test_a_list_nobody_filled_is_empty_and_asks_no_more():
    nothing = Dictionary("test.nothing", "无")
    del DICTIONARIES["test.nothing"]

    assert (nothing.choices, dict(nothing)) == ([], {})
