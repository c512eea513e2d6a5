"""Deadlines come from the events and the calendar, and say how they came about."""

from types import SimpleNamespace

import pytest

from lawgov.casework.models import Case
from lawgov.casework.procedure import Clock
from lawgov.casework.refusals import StepRefused
from lawgov.casework.web import lights
from tests.cast import answers, dispute_in, logged

LIMIT = Clock(
    "办理期限",
    5,
    "某法第一条",
    ("open",),
    ("close",),
    working=True,
    pauses={"suspend": "resume"},
)


def events(*steps):
    from datetime import date

    return [
        SimpleNamespace(step=step, on=date.fromisoformat(day), facts=facts)
        for step, day, facts in ((*s, {})[:3] for s in steps)
    ]


def test_acceptance_is_due_three_working_days_after_registration(cast, time_machine_at):
    with time_machine_at("2024-09-30 09:00"):  # the National Day holiday runs 1 to 7 October
        case = logged(cast.grid)

    assert (str(case.due_on), case.due_clock) == ("2024-10-10", "受理审查")
    assert case.clocks()[0].words == ["自2024-09-30次日起算3个工作日（平台办理规则），至2024-10-10"]


def test_mediation_is_due_thirty_days_after_acceptance(cast, time_machine_at):
    with time_machine_at("2024-03-04 09:00"):
        case = dispute_in("accepted", cast)

    assert (str(case.due_on), case.due_clock) == ("2024-04-03", "调解期限")


def test_the_limit_is_extended_only_with_both_parties_consent(cast, time_machine_at):
    """人民调解工作若干规定第三十三条"""
    with time_machine_at("2024-03-04 09:00"):
        case = dispute_in("accepted", cast)
        with pytest.raises(StepRefused, match="第三十三条"):
            case.take("extend", by=cast.mediator, days=10, applicant_agrees=True)
        both = {"applicant_agrees": True, "respondent_agrees": True}
        case.take("extend", by=cast.mediator, days=10, **both)

    assert str(case.due_on) == "2024-04-15"  # 13 April is a Saturday
    [running] = [each for each in case.clocks() if each.clock.label == "调解期限"]
    assert running.words[-1] == "2024-03-04延长10日，至2024-04-15"


def test_performance_is_due_on_the_day_that_was_agreed(cast, time_machine_at):
    with time_machine_at("2024-03-04 09:00"):
        case = dispute_in("mediating", cast)
        given = answers()["agree_written"] | {"perform_by": "2024-06-01"}
        case.take("agree_written", by=cast.mediator, **given)

    assert (str(case.due_on), case.due_clock) == ("2024-06-01", "履行")


def test_an_oral_agreement_without_a_day_has_no_performance_clock(cast):
    case = dispute_in("mediating", cast)
    case.take("agree_oral", by=cast.mediator, **answers()["agree_oral"])

    assert case.due_on is None


def test_the_window_for_judicial_confirmation_is_told_but_is_no_duty(cast, time_machine_at):
    with time_machine_at("2024-03-04 09:00"):
        case = dispute_in("performed", cast)

    window = next(c for c in case.clocks() if c.clock.label == "司法确认")
    assert str(window.due) == "2024-04-03"
    assert case.due_clock == "回访"


@pytest.mark.parametrize(
    ("steps", "due"),
    [
        ([("open", "2024-03-04")], "2024-03-11"),
        (
            [("open", "2024-03-04"), ("suspend", "2024-03-05"), ("resume", "2024-03-07")],
            "2024-03-13",
        ),
        ([("open", "2024-03-04"), ("close", "2024-03-06")], None),
        ([("open", "2024-03-04"), ("close", "2024-03-06"), ("open", "2024-03-08")], "2024-03-15"),
        ([("suspend", "2024-03-04")], None),
    ],
)
def test_a_clock_stands_still_between_a_pause_and_its_end(steps, due, db):
    running = LIMIT.run(events(*steps))

    assert (running.due and str(running.due)) == due


def test_a_clock_that_stands_still_says_so_and_one_that_goes_on_does_not(db):
    held = LIMIT.run(events(("open", "2024-03-04"), ("suspend", "2024-03-05")))
    gone_on = LIMIT.run(
        events(("open", "2024-03-04"), ("suspend", "2024-03-05"), ("resume", "2024-03-07"))
    )

    assert (held.paused, held.due) == (True, None)
    assert not gone_on.paused


def test_a_case_whose_only_clock_stands_still_shows_that_and_not_that_it_has_none():
    held = Case(due_clock="调解期限")

    assert lights.of_case(held).words == "中止"
    assert lights.of_case(Case()).words == "无期限"


def test_a_deadline_past_the_last_loaded_year_is_provisional_and_says_so(db):
    running = LIMIT.run(events(("open", "2026-12-30")))

    assert running.provisional
    assert "节假日安排未公布" in running.words[-1]
