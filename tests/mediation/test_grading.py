"""Factors give a score, the score a colour; the colour decides who leads and by when."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from lawgov.casework.refusals import StepRefused
from lawgov.dictionaries.models import Naming, Term
from lawgov.parameters.models import Value
from mediation import grading
from mediation.choices import Risk

from ..cast import COMMUNITY, GRID, REMEMBERED, STREET, answers, logged, today

pytestmark = pytest.mark.django_db
RED = {"factors": ["threat", "violence"]}
YELLOW = {"factors": ["violence"]}


def colour(case):
    return case.detail.score, case.detail.risk


def test_factors_and_people_add_up_to_a_score_and_its_colour(cast):
    assert colour(logged(cast.grid)) == (0, "low")
    assert colour(logged(cast.grid, **YELLOW)) == (3, "medium")
    assert colour(logged(cast.grid, **YELLOW, people=30)) == (6, "high")


@given(st.lists(st.sampled_from(["crowd", "threat", "minor"]), unique=True), st.integers(1, 200))
def test_more_factors_or_more_people_never_lower_the_score(factors, people):
    day = localdate()
    score = grading.score_of(STREET, day, factors, people)
    assert grading.score_of(STREET, day, [*factors, "weapon"], people) >= score
    assert grading.score_of(STREET, day, factors, people + 10) >= score


@pytest.fixture
def forgetful():
    """What a process remembers of settings it reads anew, now and after the test."""

    def forget():
        for each in REMEMBERED:
            each.forget()

    yield forget
    forget()


def test_a_threshold_is_a_setting_of_the_street_and_points_change_from_a_day(cast, forgetful):
    Value.objects.create(
        parameter="mediation.red_score", unit=STREET, value=3, since="2020-01-01", by=cast.admin
    )
    forgetful()
    assert colour(logged(cast.grid, **YELLOW)) == (3, "high")
    term = Term.objects.get(dictionary="dispute.factor", code="violence")
    Naming.objects.create(term=term, label="曾有暴力", points=1, since=localdate())
    forgetful()
    assert colour(logged(cast.grid, **YELLOW)) == (1, "low")


def test_red_is_major_and_has_a_week_yellow_a_fortnight_green_no_day_of_its_own(cast):
    red, yellow, green = (logged(cast.grid, **f) for f in (RED, YELLOW, {}))
    assert (red.detail.major, yellow.detail.major) == (True, False)
    day = localdate()
    wanted = [day + timedelta(days=7), day + timedelta(days=15), None]
    assert [case.detail.settle_by for case in (red, yellow, green)] == wanted
    running = {each.clock.label: each.due for each in red.clocks()}
    assert running["分级化解"] >= wanted[0]


@pytest.mark.parametrize(("facts", "unit"), [(RED, COMMUNITY), (YELLOW, GRID)])
def test_it_is_not_accepted_below_the_level_that_leads_its_colour(cast, facts, unit):
    case = logged(cast.community if unit == COMMUNITY else cast.grid, unit=unit, **facts)
    with pytest.raises(StepRefused, match="须先上报"):
        case.take("accept", by=cast.justice, **answers()["accept"])


def test_the_level_that_leads_accepts_it(cast):
    red = logged(cast.justice, unit=STREET, **RED)
    yellow = logged(cast.community, unit=COMMUNITY, **YELLOW)
    for case in (red, yellow):
        case.take("accept", by=cast.justice, **answers()["accept"])
        assert case.state == "accepted"


def test_it_is_raised_or_lowered_by_hand_only_with_a_reason_and_to_another_colour(cast):
    case = logged(cast.community, unit=COMMUNITY, **YELLOW)
    with pytest.raises(StepRefused, match="与现等级不同"):
        case.take("grade", by=cast.community, risk="medium", reason="无变化")
    case.take("grade", by=cast.community, risk="high", reason="持械")
    assert (case.detail.risk, case.detail.major) == ("high", True)
    case.take("grade", by=cast.community, risk="low", reason="已缓和")
    assert (case.detail.risk, case.detail.settle_by) == ("low", None)


def test_a_correction_raises_the_colour_and_never_lowers_what_was_set_by_hand(cast):
    case = logged(cast.community, unit=COMMUNITY)
    case.take("correct", by=cast.community, factors=["violence"], reason="补记")
    assert colour(case) == (3, Risk.MEDIUM)
    case.take("correct", by=cast.community, factors=["hardship"], reason="误记")
    assert colour(case) == (1, Risk.MEDIUM)


def test_each_kind_of_danger_goes_to_whom_the_law_names(cast):
    """反家庭暴力法第十四条、未成年人保护法第十一条"""
    case = logged(cast.community, unit=COMMUNITY)
    case.take("flag_danger", by=cast.community, kinds=["violence", "minors"], signs="有伤")
    report = {"by": cast.community, "on": today()}
    with pytest.raises(StepRefused, match="第十四条"):
        case.take("report_danger", kinds=["violence"], organ="civil", **report)
    with pytest.raises(StepRefused, match="第十一条"):
        case.take("report_danger", kinds=["minors"], organ="other", **report)
    with pytest.raises(StepRefused, match="已标记、尚未报告"):
        case.take("report_danger", kinds=["group"], organ="police", **report)


def test_a_dispute_does_not_rest_before_every_kind_of_danger_is_reported(cast):
    """人民调解法第二十五条"""
    case = logged(cast.community, unit=COMMUNITY)
    case.take("flag_danger", by=cast.community, kinds=["violence", "minors"], signs="有伤")
    report = {"by": cast.community, "on": today()}
    case.take("report_danger", kinds=["violence"], organ="police", **report)
    with pytest.raises(StepRefused, match="侵害未成年人"):
        case.take("reject", by=cast.community, **answers()["reject"])
    case.take("report_danger", organ="civil", **report)
    case.take("reject", by=cast.community, **answers()["reject"])
    assert case.state == "rejected"
