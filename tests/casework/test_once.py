"""The same wish under the same key happens once."""

import pytest
from django.db import connection

from lawgov.casework.models import Case, Entry, Event, Idempotency, Outbox
from lawgov.casework.outbox import forget_keys
from lawgov.casework.refusals import AnotherBody, BadFacts, NotYours
from lawgov.casework.store import Ids
from lawgov.people.models import Post, User
from tests.cast import GRID, answers, logged, registration


def test_the_same_key_twice_is_one_case(cast):
    first = Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **registration())
    second = Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **registration())

    assert first == second
    assert (Case.objects.count(), Event.objects.count(), Outbox.objects.count()) == (1, 1, 1)


def test_another_body_under_the_same_key_is_refused(cast):
    Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **registration())

    with pytest.raises(AnotherBody):
        Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **registration(title="别的"))


def test_two_people_may_use_the_same_key(cast):
    for who in (cast.grid, cast.mediator):
        Case.open_new("dispute", by=who, unit=GRID, key="k", **registration())

    assert Case.objects.count() == 2


def test_a_step_repeated_under_its_key_answers_the_same_event(cast):
    case = logged(cast.grid)
    first = case.take("accept", by=cast.mediator, seen=1, key="k", **answers()["accept"])
    again = case.take("accept", by=cast.mediator, seen=1, key="k", **answers()["accept"])

    assert (first.seq, again.seq, case.version) == (2, 2, 2)


def test_a_repeated_step_asks_again_whether_the_user_may(cast):
    case = logged(cast.grid)
    case.take("accept", by=cast.mediator, seen=1, key="k", **answers()["accept"])
    Post.objects.filter(user=cast.mediator).update(until="2020-01-01")

    moved = User.objects.get(pk=cast.mediator.pk)
    with pytest.raises(NotYours):
        case.take("accept", by=moved, seen=1, key="k", **answers()["accept"])


def test_a_refused_wish_leaves_its_key_free(cast):
    with pytest.raises(BadFacts):
        Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **registration(channel=""))

    Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **registration())
    assert Case.objects.count() == 1


def test_the_same_round_logged_twice_is_one_round(cast):
    round_ = {"by": cast.grid, "unit": GRID, "key": "k", "type": "visit", "found": "nothing"}

    assert Entry.log("screening", **round_) == Entry.log("screening", **round_)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("key", ["x" * 256, "钥匙", "a\nb"])
def test_a_key_is_short_plain_ascii(key, cast):
    with pytest.raises(BadFacts) as refused:
        Case.open_new("dispute", by=cast.grid, unit=GRID, key=key, **registration())

    assert set(refused.value.errors) == {"Idempotency-Key"}


def test_keys_are_kept_for_seventy_two_hours(cast, time_machine_at):
    Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **registration())
    assert forget_keys() == 0

    Idempotency.objects.update(at="2020-01-01T00:00Z")
    assert forget_keys() == 1


def test_an_id_is_not_given_twice_though_the_sequence_went_back(db):
    ids = Ids("casework_entry")
    first = [ids.next() for _ in range(60)]
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER SEQUENCE casework_entry_id_seq RESTART WITH {first[0]}")

    more = [ids.next() for _ in range(120)]
    assert len({*first, *more}) == 180
