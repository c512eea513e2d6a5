"""A correction keeps what stood there, the new value and the reason."""

import pytest

from lawgov.casework.shown import told
from tests.cast import logged

pytestmark = pytest.mark.django_db


def lines(case):
    return dict(case.history[-1].lines())


def test_a_correction_tells_the_old_value_the_new_one_and_the_reason(cast):
    case = logged(cast.grid)

    case.take("correct", by=cast.community, type="housing", amount="90", reason="误选")

    assert lines(case)["纠纷类型"] == "邻里 → 房屋宅基地"
    assert lines(case)["标的金额"] == "1,200.50元 → 90.00元"
    assert lines(case)["更正原因"] == "误选"


def test_a_text_that_was_corrected_twice_is_told_in_full(cast):
    case = logged(cast.grid, place="一号")
    case.take("correct", by=cast.community, place="二号", reason="误记")
    case.take("correct", by=cast.community, place="三号", reason="又误记")

    told = [dict(event.lines()).get("发生地点") for event in case.history[1:]]
    assert told == ["一号 → 二号", "二号 → 三号"]


def test_what_falls_away_with_a_correction_is_told_too(cast):
    case = logged(cast.grid, subtype="noise")
    case.take("correct", by=cast.community, type="contract", reason="误选")

    assert lines(case)["细类"].endswith(" → （空）")


def test_what_was_empty_is_told_as_empty(cast):
    case = logged(cast.grid)
    case.take("correct", by=cast.community, place="二号", reason="补记")

    assert lines(case)["发生地点"] == "（空） → 二号"


def test_old_texts_and_numbers_of_people_lie_sealed_and_are_shown_masked(cast):
    case = logged(cast.grid)
    case.refresh_from_db()
    party = case.parties.get(name="甲某")
    case.take("correct_party", by=cast.grid, party=party.pk, name="赵小红",
              id_number="", phone="13900000000", reason="误记")  # fmt: skip
    case.refresh_from_db()
    event = case.history[-1]

    assert "甲某" not in str(event.facts) + event.words
    assert dict(event.lines())["姓名（名称）"] == "甲某 → 赵某"
    assert "13900000000" not in str(told(event))


def test_a_step_that_corrects_nothing_keeps_nothing_of_before(cast):
    case = logged(cast.grid)
    case.take("accept", by=cast.mediator, basis="application", eligible=True)

    assert "before" not in case.history[-1].facts
