"""Who is told of a step, and who is not."""

import pytest

from lawgov.casework import outbox
from lawgov.casework.models import Outbox
from lawgov.notices import lines, telling
from lawgov.notices.models import Notice, What
from lawgov.notices.who import MOST, nearest
from lawgov.people.models import Role
from tests.cast import COMMUNITY, GRID, STREET, answers, dispute_in, logged, person

from .conftest import told

pytestmark = pytest.mark.django_db


def raised(cast):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    outbox.drain()
    return case


def test_what_is_offered_is_told_to_the_people_of_that_unit(cast):
    raised(cast)

    assert told(cast.community) == ["offered"]
    assert told(cast.grid) == told(cast.neighbour) == told(cast.mediator) == []


def test_a_unit_without_people_leaves_it_to_the_next_above(cast):
    assert nearest(GRID, {Role.MEDIATOR}) == [cast.mediator.pk, cast.lawyer.pk]
    assert nearest(GRID, {Role.GRID_WORKER}) == [cast.grid.pk]


def test_a_big_unit_is_not_told_as_a_whole(cast):
    for number in range(MOST + 5):
        person(f"worker{number}", Role.COMMUNITY_WORKER, COMMUNITY)

    raised(cast)
    assert Notice.objects.filter(what="offered").count() == MOST


def test_who_offered_hears_that_it_was_accepted(cast):
    raised(cast).take("accept_offer", by=cast.community)
    outbox.drain()

    assert told(cast.grid) == ["accepted"]


def test_who_offered_hears_that_it_was_returned(cast):
    raised(cast).take("return_offer", by=cast.community, reason="请先劝解")
    outbox.drain()

    assert told(cast.grid) == ["returned"]


@pytest.mark.parametrize(("step", "by"), [("accept_offer", "community"), ("revoke_offer", "grid")])
def test_an_offer_that_was_answered_waits_unread_for_nobody(cast, step, by):
    case = raised(cast)
    given = {"reason": "误操作"} if step == "revoke_offer" else {}
    case.take(step, by=getattr(cast, by), **given)
    outbox.drain()

    assert not Notice.objects.unread().filter(what="offered").exists()


def test_who_is_given_a_case_is_told_unless_they_took_it_themselves(cast):
    case = dispute_in("accepted", cast)
    case.take("assign", by=cast.justice, handler="lawyer", chosen_by="committee")
    dispute_in("assigned", cast)  # the mediator assigns it to himself
    outbox.drain()

    assert "assigned" in told(cast.lawyer)
    assert "assigned" not in told(cast.mediator)


def test_who_logged_a_case_hears_of_its_end(cast):
    dispute_in("failed", cast)
    outbox.drain()

    assert told(cast.grid) == ["closed"]


def test_a_sensitive_case_is_not_mentioned_to_who_may_not_see_it(cast):
    case = logged(cast.grid, sensitivity="minor")
    case.take("raise", by=cast.grid, to=STREET, reason="复杂")
    outbox.drain()

    assert told(cast.justice) == ["offered"]
    assert told(cast.mediator) == []


def test_the_same_row_of_the_outbox_twice_makes_one_notice(cast):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    again = Outbox.objects.last()
    outbox.drain()
    Outbox.objects.create(topic=again.topic, payload=again.payload)
    outbox.drain()

    assert told(cast.community) == ["offered"]


def test_a_kind_adds_lines_of_its_own(cast, monkeypatch):
    monkeypatch.setattr(lines, "own", {})
    lines.add("dispute", "flag_danger", What.URGED, lambda event: [cast.justice.pk])
    logged(cast.grid).take("flag_danger", by=cast.grid, signs="扬言报复")
    outbox.drain()

    assert told(cast.justice) == ["urged"]


def test_who_has_left_is_not_told(cast):
    cast.community.is_active = False
    cast.community.save()

    raised(cast)
    assert told(cast.community) == []


def test_another_room_tells_of_a_page_of_its_own(cast):
    for _ in range(2):
        telling.tell(cast.grid, What.JOB_DONE, about="/jobs/7/", key="job:7")

    assert Notice.objects.get(to=cast.grid).address == "/jobs/7/"


def test_notices_of_many_cases_cost_a_fixed_number_of_queries(cast, django_assert_max_num_queries):
    cases = [logged(cast.grid) for _ in range(20)]
    news = [telling.News(What.LATE, [cast.grid.pk], case, f"x:{case.pk}") for case in cases]

    with django_assert_max_num_queries(4):
        telling.spread(news)
    assert len(told(cast.grid)) == 20


def test_assigning_is_not_told_twice_to_the_mediator(cast):
    case = dispute_in("assigned", cast)
    case.take("session", by=cast.mediator, **answers()["session"])
    outbox.drain()

    assert told(cast.mediator) == []
