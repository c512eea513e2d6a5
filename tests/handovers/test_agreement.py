"""Whatever people do, rows and cases say the same; and `verify` finds where they do not."""

from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.handovers import climbing
from lawgov.handovers.models import Handover
from tests.cast import COMMUNITY, SIBLING, STREET, logged

PEOPLE = ("grid", "community", "neighbour", "mediator")
LATE = "late"  # nobody answered in time
WALK = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=5, max_size=15)


def moves(case, cast):
    """Every offer or answer that somebody may make now."""
    ways = {"raise", "hand_down", "pass_on", "accept_offer", "return_offer", "revoke_offer"}
    able = [(name, who) for who in PEOPLE for name in case.steps_for(getattr(cast, who))]
    return [*sorted(pair for pair in able if pair[0] in ways), (LATE, "")]


def move(case, name, who, pick):
    if name == LATE:
        Handover.objects.waiting().update(due_on="2024-01-05")
        climbing.move_on()
        return
    asks = case.procedure.steps[name].facts
    facts = {"reason": "随机"} if "reason" in asks else {}
    if "to" in asks:
        choices = asks["to"].options(case)
        facts["to"] = choices[pick % len(choices)][0] if choices else SIBLING
    with suppress(StepRefused):  # a grid has nobody below it
        case.take(name, by=who, **facts)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(walk=WALK)
def test_after_any_walk_the_row_that_waits_is_what_the_case_says(walk, cast):
    case = logged(cast.grid)

    for which, pick in walk:
        case = Case.objects.get(pk=case.pk)
        able = moves(case, cast)
        name, who = able[which % len(able)]
        move(case, name, getattr(cast, who, None), pick)
        fresh = Case.objects.get(pk=case.pk)
        rows = Handover.objects.waiting().filter(case=case).values_list("from_unit", "to_unit")
        assert list(rows) == ([(fresh.desk, fresh.offered_to)] if fresh.offered_to else [])
    call_command("verify")


def offered(cast):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="上报")
    return case


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE handovers_handover SET answer = 'accepted', answered_on = \"on\"",
        f"UPDATE handovers_handover SET to_unit = '{STREET}'",
        "DELETE FROM handovers_handover",
        "UPDATE handovers_handover SET seq = 7",
    ],
)
def test_verify_finds_a_row_that_was_changed_by_hand(tampering, cast):
    offered(cast)
    call_command("verify")

    with connection.cursor() as cursor:
        cursor.execute(tampering)

    with pytest.raises(CommandError):
        call_command("verify")


def test_who_offers_what_another_has_just_offered_is_told_so(cast):
    case = logged(cast.grid)
    late = [Case.objects.get(pk=case.pk) for _ in range(2)]
    assert all(len(each.history) == 1 and not each.part("handovers") for each in late)
    case.take("raise", by=cast.grid, to=STREET, reason="复杂")

    for each in late:
        with pytest.raises(StepRefused, match="已被他人处理"):
            each.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
