"""以案定补: paid once, screened, sampled, approved by another; the parties pay nothing."""

import pytest

from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.people.models import Role
from mediation.mediators import limits
from tests.cast import SIBLING, STREET, person, today

from .mediators import called_back, drawn_up, ended, period

ALIKE = ("乙某向甲某赔偿天花板损失1000元", "乙某向甲某赔偿天花板损失800元")


def screens(case):
    return [row.screens for row in case.part("subsidy_items")]


@pytest.fixture
def boss(cast):
    return person("boss", Role.JUSTICE, STREET)


def test_a_batch_pays_each_ending_by_the_standard_of_its_outcome(cast):
    ended(cast)
    ended(cast, "agree_written")

    case = drawn_up(cast.justice)

    assert [row.sum for row in case.part("subsidy_items")] == [10000, 20000]


def test_a_dispute_is_paid_for_once(cast):
    ended(cast)
    drawn_up(cast.justice)

    with pytest.raises(StepRefused, match="尚未补贴"):
        drawn_up(cast.justice)


def test_a_batch_that_is_given_up_leaves_its_disputes_to_another(cast):
    ended(cast)
    drawn_up(cast.justice).take("cancel", by=cast.justice, reason="重编")

    assert len(drawn_up(cast.justice).part("subsidy_items")) == 1


def test_a_batch_is_of_days_that_are_over_and_calls_back_its_own(cast):
    ended(cast)
    ahead = period() | {"last_day": "2099-12-31"}
    with pytest.raises(StepRefused, match="已经届满"):
        Case.open_new("subsidy", by=cast.justice, unit=STREET, **ahead)
    case = drawn_up(cast.justice)
    [item] = case.part("subsidy_items")
    case.take("exclude", by=cast.justice, item=item.pk, reason="重复")
    with pytest.raises(StepRefused, match="未剔除"):
        case.take("call_back", by=cast.justice, item=item.pk, answered="true")


def test_many_on_one_day_are_looked_at(cast, monkeypatch):
    monkeypatch.setattr(type(limits.SAME_DAY), "on", lambda self, *_: self.least)
    ended(cast)
    ended(cast)

    assert ["same_day" in each for each in screens(drawn_up(cast.justice))] == [True, True]


def test_the_same_text_but_for_its_numbers_is_looked_at(cast):
    for content in (
        "乙某向甲某赔偿天花板损失1000元",
        "乙某向甲某赔偿天花板损失800元",
        "各自承担损失",
    ):
        ended(cast, content=content)

    found = screens(drawn_up(cast.justice))

    assert ["same_text" in each for each in found] == [True, True, False]


def test_a_unit_without_a_failure_and_a_unit_that_gives_most_are_looked_at(cast, monkeypatch):
    monkeypatch.setattr(type(limits.ALL_SUCCESS), "on", lambda self, *_: self.least)
    ended(cast)
    ended(cast)
    ended(cast, "fail", by=person("beside", Role.GRID_WORKER, SIBLING), unit=SIBLING)

    found = screens(drawn_up(cast.justice))

    assert [{"all_success", "one_source"} <= set(each) for each in found] == [True, True, False]


def test_a_batch_is_sampled_by_call_backs_before_it_goes_to_approval(cast):
    ended(cast)
    case = drawn_up(cast.justice)

    with pytest.raises(StepRefused, match="抽查回访应达到规定比例"):
        case.take("submit", by=cast.justice, no_charge=True)
    called_back(case, cast.justice)
    with pytest.raises(StepRefused, match=r"不收取任何费用.*第四条"):
        case.take("submit", by=cast.justice)


def test_what_a_call_back_finds_untrue_is_taken_out(cast):
    ended(cast)
    case = drawn_up(cast.justice)
    called_back(case, cast.justice, "false")

    with pytest.raises(StepRefused, match="回访不属实的纠纷须剔除"):
        case.take("submit", by=cast.justice, no_charge=True)


def test_what_looks_odd_is_called_back_or_taken_out(cast):
    for content in ALIKE:
        ended(cast, content=content)
    case = drawn_up(cast.justice)
    first, second = case.part("subsidy_items")
    case.take("call_back", by=cast.justice, item=first.pk, answered="true")

    with pytest.raises(StepRefused, match="有核查提示的纠纷须经回访属实"):
        case.take("submit", by=cast.justice, no_charge=True)
    case.take("exclude", by=cast.justice, item=second.pk, reason="雷同")
    case.take("submit", by=cast.justice, no_charge=True)

    assert case.state == "submitted"


def test_another_person_approves_and_the_sum_is_then_fixed(cast, boss):
    ended(cast)
    case = drawn_up(cast.justice)
    called_back(case, cast.justice)
    case.take("submit", by=cast.justice, no_charge=True)
    with pytest.raises(NotYours):
        case.take("approve", by=cast.justice)

    case.take("approve", by=boss)
    case.take("pay", by=cast.justice, voucher="凭证1")

    assert (case.detail.total, case.detail.paid_on.isoformat()) == (10000, today())
