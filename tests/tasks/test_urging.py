"""督办: the supervision order has a loop and a clock of its own."""

import pytest

from lawgov.casework.refusals import NotYours, StepRefused

from .conftest import answers, go, later, task_in


def test_an_order_is_answered_before_the_task_is_reported_done(cast):
    case = go(task_in("doing", cast), cast, "urge")
    assert "answer_urge" in case.steps_for(cast.community)
    with pytest.raises(StepRefused, match="督办单应先答复"):
        case.take("reply", by=cast.community, **answers()["reply"])

    go(case, cast, "answer_urge", "reply")
    case.refresh_from_db()
    (urge,) = case.part("urges")
    assert (case.state, urge.answer, urge.answered_on is None) == ("replied", "已完成一半", False)


def test_one_order_at_a_time(cast):
    case = go(task_in("doing", cast), cast, "urge")
    with pytest.raises(StepRefused, match="不需要督办"):
        case.take("urge", by=cast.leader, body="再催")

    go(case, cast, "answer_urge", "urge")
    assert len(case.part("urges")) == 2


def test_there_is_nothing_to_answer_without_an_order(cast):
    case = task_in("doing", cast)

    assert "answer_urge" not in case.steps_for(cast.community)
    with pytest.raises(StepRefused, match="不需要答复督办"):
        case.take("answer_urge", by=cast.community, answer="无")


def test_the_issuer_does_not_answer_its_own_order(cast):
    case = go(task_in("issued", cast), cast, "urge")

    with pytest.raises(NotYours):
        case.take("answer_urge", by=cast.justice, answer="代答")


def test_an_order_neither_signs_for_the_task_nor_ends_it(cast):
    case = go(task_in("issued", cast), cast, "urge", "answer_urge")

    assert case.state == "issued"


def test_an_order_is_answered_within_three_working_days(cast, time_machine_at):
    """Friday 1 March 2024: Monday, Tuesday, Wednesday."""
    with time_machine_at("2024-03-01 10:00"):
        case = go(task_in("doing", cast, due="2024-03-29"), cast, "urge")
        assert (str(case.due_on), case.due_clock) == ("2024-03-06", "督办答复")
        assert str(case.part("urges")[0].answer_by) == "2024-03-06"

        go(case, cast, "answer_urge")
        assert (str(case.due_on), case.due_clock) == ("2024-03-29", "办理期限")


def test_the_time_runs_to_the_told_day_until_the_reply(cast):
    case = task_in("doing", cast)
    assert (str(case.due_on), case.due_clock) == (later(), "办理期限")

    go(case, cast, "reply")
    assert case.due_on is None
