"""The trays: what waits for a person, what they did, and the same for one post alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lawgov.casework import inbox
from lawgov.casework.models import Case
from lawgov.people.models import Post, Role, User
from mediation.procedure import DISPUTE
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, answers, dispute_in, logged

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(cast) -> User:
    """Someone with a post in each of two communities."""
    user = User.objects.create(username="both", name="both")
    for unit in (COMMUNITY, SIBLING):
        role = Role.COMMUNITY_WORKER
        Post.objects.create(user=user, role=role, unit=unit, since="2015-01-01")
    return user


def held(user: User, tray: str) -> int:
    return inbox.counts(user, DISPUTE)[tray]


def test_done_are_the_cases_in_which_i_took_a_step(cast):
    case = logged(cast.grid)
    logged(cast.neighbour, unit=SIBLING)
    case.take("accept", by=cast.community, **answers()["accept"])

    assert (held(cast.grid, "done"), held(cast.community, "done")) == (1, 1)
    assert (held(cast.mediator, "done"), held(cast.neighbour, "done")) == (0, 1)


def test_a_case_with_many_steps_of_mine_is_done_once(cast):
    dispute_in("revisited", cast)

    assert held(cast.mediator, "done") == 1


def test_what_i_did_and_may_no_longer_see_is_not_shown(cast):
    logged(cast.grid)
    Post.objects.filter(user=cast.grid).update(unit=OTHER_STREET)

    assert held(User.objects.get(pk=cast.grid.pk), "done") == 0


def test_a_tray_of_one_post_holds_only_what_lies_in_its_range(cast, both):
    logged(cast.community, unit=COMMUNITY)
    logged(cast.neighbour, unit=SIBLING)
    logged(cast.neighbour, unit=SIBLING)
    first, second = (seat.id for seat in both.seats)

    assert held(both, "todo") == 3
    assert held(both.on_post(first), "todo") == 1
    assert held(both.on_post(second), "todo") == 2


def test_on_a_post_of_somebody_else_nothing_is_seen(cast, both):
    logged(cast.grid)
    foreign = both.on_post(cast.mediator.seats[0].id)

    assert not Case.objects.visible_to(foreign).exists()


def test_all_trays_are_counted_in_one_query(cast):
    dispute_in("assigned", cast)
    inbox.counts(cast.mediator, DISPUTE)  # the calendar is read once a minute

    with CaptureQueriesContext(connection) as caught:
        inbox.counts(cast.mediator, DISPUTE)
    assert len(caught) == 1


def test_done_is_read_along_its_index(cast):
    logged(cast.grid, unit=GRID)
    tray = Case.objects.filter(inbox.TRAYS["done"].holds(cast.grid, DISPUTE))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert "event_by_person" in tray.explain()
