"""Who hears of a task: those who are to do it when it is given, who gave it when it is answered."""

from lawgov.casework import outbox
from lawgov.people.models import Role
from tests.cast import COMMUNITY, person
from tests.notices.conftest import told

from .conftest import go, issued


def test_the_unit_that_is_to_do_a_task_hears_of_it(cast):
    issued(cast.justice)
    outbox.drain()

    assert told(cast.community) == ["assigned"]
    assert told(cast.neighbour) == told(cast.justice) == []


def test_where_a_person_is_named_only_that_person_hears_of_it(cast):
    second = person("second", Role.COMMUNITY_WORKER, COMMUNITY)
    issued(cast.justice, handler="community")
    outbox.drain()

    assert (told(cast.community), told(second)) == (["assigned"], [])


def test_who_gave_a_task_hears_of_the_reply_and_who_does_it_of_its_return(cast):
    case = go(issued(cast.justice), cast, "accept", "reply")
    outbox.drain()
    assert told(cast.justice) == ["answered"]

    go(case, cast, "send_back")
    outbox.drain()
    assert told(cast.community) == ["assigned", "returned"]
