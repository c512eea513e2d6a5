"""Who sees which case: the union of the ranges of one's posts, narrowed by sensitivity."""

import pytest

from lawgov.casework.models import Case, Entry, Event
from lawgov.casework.refusals import NotYours
from lawgov.people.models import Post, Role, User
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET, answers, logged, person

SEES = {
    "grid": {GRID},
    "community": {GRID, COMMUNITY},
    "neighbour": {SIBLING},
    "mediator": {GRID, COMMUNITY, SIBLING, STREET},
    "justice": {GRID, COMMUNITY, SIBLING, STREET},
    "statistician": {GRID, COMMUNITY, SIBLING, STREET},
    "leader": {GRID, COMMUNITY, SIBLING, STREET},
    "outsider": {OTHER_STREET},
    "admin": set(),
    "nobody": set(),
}


@pytest.fixture
def everywhere(cast):
    for unit in (GRID, COMMUNITY, SIBLING, STREET):
        logged(cast.mediator, unit)
    logged(cast.outsider, OTHER_STREET)
    return cast


@pytest.mark.parametrize("who", SEES)
def test_what_each_sees_and_what_is_hidden_from_them(who, everywhere):
    user = User.objects.get(username=who)
    seen = Case.objects.visible_to(user, "dispute")

    assert set(seen.values_list("unit", flat=True)) == SEES[who]
    assert set(Event.objects.visible_to(user).values_list("unit", flat=True)) == SEES[who]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ENFORCEMENT_HEAD, Role.REVIEWER])
def test_enforcement_does_not_read_disputes(role, everywhere):
    assert not Case.objects.visible_to(person("other", role, STREET), "dispute").exists()


def test_a_post_that_has_ended_shows_nothing_from_that_day(everywhere):
    Post.objects.filter(user=everywhere.mediator).update(until="2020-01-01")

    user = User.objects.get(username="mediator")
    assert not Case.objects.visible_to(user, "dispute").exists()


def test_a_sensitive_case_is_read_by_the_trusted_and_by_its_handler(cast):
    case = logged(cast.grid, sensitivity="minor")
    assert Case.objects.visible_to(cast.grid, "dispute").get() == case  # until somebody has it
    case.take("accept", by=cast.justice, **answers()["accept"])
    case.take("assign", by=cast.justice, **answers()["assign"])

    def seen(who):
        return Case.objects.visible_to(who, "dispute").filter(pk=case.pk).exists()

    assert all(seen(who) for who in (cast.justice, cast.leader, cast.mediator))
    assert not any(seen(who) for who in (cast.grid, cast.lawyer, cast.statistician))


def test_rounds_are_read_on_the_same_ranges(cast):
    Entry.log("screening", by=cast.community, unit=GRID, type="visit", found="nothing")

    assert Entry.objects.visible_to(cast.grid, "screening").count() == 1
    assert not Entry.objects.visible_to(cast.neighbour, "screening").exists()
    assert not Entry.objects.visible_to(cast.admin).exists()


def test_who_may_not_see_a_sensitive_case_takes_no_step_on_it(cast):
    case = logged(cast.grid, sensitivity="minor")

    with pytest.raises(NotYours):
        case.take("accept", by=cast.mediator, **answers()["accept"])
