"""上报 and 下派: a handshake between levels, with a clock, and nothing lost on the way."""

import pytest

from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET, answers, logged


def raised(cast, to=COMMUNITY):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=to, reason="涉及多户，网格难以处理")
    return case


def test_a_raised_dispute_moves_only_when_it_is_accepted(cast):
    case = raised(cast)
    assert (case.desk, case.offered_to) == (GRID, COMMUNITY)

    case.take("accept_offer", by=cast.community)

    assert (case.desk, case.offered_to, case.unit) == (COMMUNITY, "", GRID)


def test_while_it_is_offered_nothing_else_is_done_with_it(cast):
    case = raised(cast)

    with pytest.raises(StepRefused, match="尚未接收"):
        case.take("accept", by=cast.mediator, **answers()["accept"])
    assert set(case.steps_for(cast.grid)) >= {"revoke_offer", "attach", "flag_danger"}
    assert "raise" not in case.steps_for(cast.grid)


def test_only_the_unit_it_was_offered_to_accepts_or_returns(cast):
    case = raised(cast)

    for who in (cast.grid, cast.neighbour, cast.outsider):
        with pytest.raises(NotYours):
            case.take("accept_offer", by=who)


def test_a_returned_dispute_comes_back_with_its_reason_and_is_marked(cast):
    case = raised(cast)
    case.take("return_offer", by=cast.community, reason="请先核实双方身份")

    fresh = Case.objects.get(pk=case.pk)
    assert (fresh.desk, fresh.offered_to, fresh.returned) == (GRID, "", True)
    assert ("原因", "请先核实双方身份") in fresh.history[-1].lines()


def test_who_offered_it_may_take_it_back(cast):
    case = raised(cast)
    case.take("revoke_offer", by=cast.grid, reason="已自行化解")

    assert (case.desk, case.offered_to, case.returned) == (GRID, "", False)


def test_a_dispute_climbs_from_grid_to_community_to_street(cast):
    case = raised(cast)
    case.take("accept_offer", by=cast.community)
    case.take("raise", by=cast.community, to=STREET, reason="须街道统筹")
    case.take("accept_offer", by=cast.mediator)

    assert case.desk == STREET
    assert [event.step for event in case.history] == [
        "register",
        "raise",
        "accept_offer",
        "raise",
        "accept_offer",
    ]


@pytest.mark.parametrize("to", [GRID, SIBLING, OTHER_STREET, "310106", "0"])
def test_it_is_raised_only_to_a_level_above_the_desk_within_the_street(to, cast):
    with pytest.raises(StepRefused, match="上级"):
        raised(cast, to)


def test_a_dispute_handed_down_belongs_to_the_lower_unit_from_then_on(cast):
    case = logged(cast.mediator, STREET)
    assert not Case.objects.visible_to(cast.community, "dispute").exists()
    case.take("hand_down", by=cast.mediator, to=COMMUNITY, reason="由社区先行调处")
    case.take("accept_offer", by=cast.community)

    assert (case.unit, case.desk) == (COMMUNITY, COMMUNITY)
    assert Case.objects.visible_to(cast.community, "dispute").get() == case


def test_after_raising_the_grid_worker_sees_it_but_does_not_act(cast):
    case = raised(cast)
    case.take("accept_offer", by=cast.community)

    assert Case.objects.visible_to(cast.grid, "dispute").get() == case
    assert case.steps_for(cast.grid) == {}


def test_an_unanswered_offer_has_a_clock_of_two_working_days(cast, time_machine_at):
    with time_machine_at("2024-03-01 16:00"):  # a Friday
        case = raised(cast)

    assert str(case.due_on) == "2024-03-05"
    assert case.due_clock == "移交接收"
