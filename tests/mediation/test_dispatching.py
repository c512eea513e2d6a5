"""委派: a dispute is given to a mediator, who takes it on or sends it back; 回避."""

import pytest
from django.utils import timezone

from lawgov.casework.refusals import NotYours, StepRefused
from tests.cast import answers, dispute_in, today

GIVEN = {"handler": "lawyer", "chosen_by": "committee", "outer_number": "JZ-2026-1"}
ASKED = answers()["ask_recusal"]


def dispatched(cast):
    case = dispute_in("accepted", cast)
    case.take("assign", by=cast.justice, **GIVEN)
    return case


def met(case, by):
    case.take("session", by=by, **answers()["session"])


def test_a_dispatched_young_lawyer_takes_the_case_on_before_a_session(cast):
    case = dispatched(cast)
    with pytest.raises(StepRefused, match="须先接受委派"):
        met(case, cast.lawyer)

    case.take("take_on", by=cast.lawyer)
    met(case, cast.lawyer)

    assert (case.state, case.detail.taken_on) == ("mediating", timezone.localdate())
    assert case.detail.outer_number == "JZ-2026-1"


def test_only_the_mediator_to_whom_it_was_given_answers_a_dispatch(cast):
    case = dispatched(cast)

    for step in ("take_on", "send_back"):
        with pytest.raises(StepRefused, match="本人接受或退回"):
            case.take(step, by=cast.mediator, **answers()[step])


def test_a_dispatch_is_sent_back_with_a_reason_and_the_case_waits_for_another(cast):
    case = dispatched(cast)

    case.take("send_back", by=cast.lawyer, reason="与一方当事人相识")

    assert (case.state, case.handler, case.returned) == ("accepted", None, True)
    assert case.detail.mediator_kind == ""


def test_a_mediator_who_holds_a_session_need_not_say_that_he_took_it_on(cast):
    case = dispute_in("mediating", cast)

    assert case.detail.taken_on is None
    assert "take_on" not in case.steps_for(cast.mediator)


def test_the_clock_of_a_dispatch_runs_until_it_is_answered(cast):
    def running(case):
        return {clock.clock.label for clock in case.clocks() if clock.due}

    case = dispatched(cast)
    before = running(case)
    case.take("take_on", by=cast.lawyer)

    assert "接受委派" in before
    assert "接受委派" not in running(case)


def test_mediation_rests_until_a_recusal_is_decided_and_not_by_the_mediator_himself(cast):
    case = dispute_in("mediating", cast)
    case.take("ask_recusal", by=cast.mediator, **ASKED)

    with pytest.raises(StepRefused, match="回避申请决定之前，暂停调解"):
        met(case, cast.mediator)
    with pytest.raises(NotYours):
        case.take("decide_recusal", by=cast.mediator, granted=True, opinion="理由成立")


def test_a_recused_mediator_never_gets_the_case_again(cast):
    case = dispute_in("mediating", cast)
    case.take("ask_recusal", by=cast.mediator, **ASKED)
    case.take("decide_recusal", by=cast.justice, granted=True, opinion="理由成立")
    assert case.handler is None

    with pytest.raises(StepRefused, match="已决定回避"):
        case.take("assign", by=cast.justice, **answers()["assign"])
    case.take("assign", by=cast.justice, **GIVEN)

    assert case.handler == cast.lawyer


def test_a_recusal_that_is_not_granted_leaves_the_case_where_it_is(cast):
    case = dispute_in("mediating", cast)
    case.take("ask_recusal", by=cast.mediator, **ASKED)
    case.take("decide_recusal", by=cast.justice, opinion="理由不成立")

    met(case, cast.mediator)

    assert case.handler == cast.mediator
    assert [row.granted for row in case.part("recusals")] == [False]
    assert today() == case.part("recusals")[0].decided_on.isoformat()
