"""Who sees a task: the unit that gave it and the unit that does it, and nobody beside them."""

import pytest

from lawgov.casework import inbox
from lawgov.casework.models import Case
from lawgov.people.models import Role
from lawgov.tasks.procedure import TASK
from tests.cast import COMMUNITY, GRID, SIBLING, STREET, person

from .conftest import issued, task_in

SEES = ("justice", "leader", "statistician", "mediator", "community")
SEES_NOT = ("neighbour", "grid", "outsider", "admin", "nobody")


def test_the_issuer_keeps_sight_of_it_and_the_owner_sees_it(cast):
    case = issued(cast.justice)

    for who in (*SEES, *SEES_NOT):
        seen = Case.objects.visible_to(getattr(cast, who), "task")
        assert seen.filter(pk=case.pk).exists() == (who in SEES), who


def test_what_the_street_does_itself_the_community_does_not_see(cast):
    case = issued(cast.leader, desk=STREET)

    assert not Case.objects.visible_to(cast.community, "task").filter(pk=case.pk).exists()


def test_what_a_community_gives_its_grid_both_see_and_the_street_too(cast):
    case = issued(cast.community, COMMUNITY, desk=GRID)

    for who in (cast.grid, cast.community, cast.justice):
        assert Case.objects.visible_to(who, "task").get() == case
    assert not Case.objects.visible_to(cast.neighbour, "task").exists()


WAITS = {  # state -> for whom it waits
    "issued": {"community"},
    "doing": {"community"},
    "replied": {"justice", "leader", "statistician"},
    "done": set(),
    "cancelled": set(),
}


@pytest.mark.parametrize("state", WAITS)
def test_a_task_waits_for_the_side_whose_turn_it_is(state, cast):
    task_in(state, cast)

    found = {who for who in (*SEES, *SEES_NOT) if inbox.counts(getattr(cast, who), TASK)["todo"]}
    assert found == WAITS[state]


def test_a_returned_task_lies_in_the_owners_tray(cast):
    case = task_in("replied", cast)
    case.take("send_back", by=cast.leader, reason="不全", due=str(case.detail.due))

    assert inbox.counts(cast.community, TASK)["returned"] == 1
    assert inbox.counts(cast.justice, TASK)["returned"] == 0


def test_a_post_above_the_desk_does_not_act_at_it(cast):
    """A leader of the community signs for it, one of the street does not."""
    secretary = person("secretary", Role.LEADER, COMMUNITY)
    case = issued(cast.justice)

    assert "accept" in case.steps_for(secretary)
    assert "accept" not in case.steps_for(cast.leader)


def test_two_neighbours_do_not_see_each_others_tasks(cast):
    mine, theirs = issued(cast.justice), issued(cast.justice, desk=SIBLING)

    assert list(Case.objects.visible_to(cast.community, "task")) == [mine]
    assert list(Case.objects.visible_to(cast.neighbour, "task")) == [theirs]
