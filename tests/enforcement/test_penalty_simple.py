"""Decisions on the spot, the money taken there, and their filing for record."""

from datetime import date

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from enforcement.penalty.rules import simple as rules
from lawgov.casework.refusals import NotYours

from ..cast import today
from .penalty import FIRM, PARTY, answers, penalty_in, refusal, registered, walk

pytestmark = pytest.mark.django_db


def spot(squad, **changes):
    return answers(squad)["decide_on_spot"] | changes


def due(case, label):
    return next(clock.due for clock in case.clocks() if clock.clock.label == label)


@pytest.mark.parametrize(
    ("party", "fine", "light"),
    [(PARTY, "200", True), (PARTY, "200.01", False), (FIRM, "3000", True), (FIRM, "3001", False)],
)
def test_a_fine_on_the_spot_has_its_limit(squad, party, fine, light):
    case = registered(squad, parties=[party])
    given = spot(squad, fine=fine, band="P1" if party is PARTY else "O2")

    if light:
        assert case.take("decide_on_spot", by=squad.officer, **given)
    else:
        assert "第五十一条" in refusal(case, "decide_on_spot", squad.officer, **given)


def test_where_a_person_stands_beside_a_firm_the_lower_limit_holds(squad):
    case = registered(squad, parties=[FIRM, PARTY])

    assert "第五十一条" in refusal(case, "decide_on_spot", squad.officer, **spot(squad, fine="300"))


@given(st.sets(st.sampled_from(["warning", "fine", "confiscation", "closure"]), min_size=1))
def test_only_warnings_and_fines_are_given_on_the_spot(kinds):
    class Charged:
        side, kind = "party", "person"

    class Case:
        def part(self, name):
            return [Charged]

    light = rules.is_light(Case(), {"kinds": sorted(kinds), "fine": 5000})

    assert light == (kinds <= {"warning", "fine"})


@pytest.mark.parametrize(
    ("missing", "article"),
    [
        ({"clear": False}, "第五十一条"),
        ({"told": False}, "第四十四条"),
        ({"delivered": False}, "第五十二条"),
        ({"shown": False}, "第五十五条"),
        ({"kinds": ["warning"]}, "不含罚款的不填"),
    ],
)
def test_what_a_decision_on_the_spot_needs(squad, missing, article):
    said = refusal(registered(squad), "decide_on_spot", squad.officer, **spot(squad, **missing))

    assert article in said


def test_a_child_under_fourteen_is_not_punished(squad):
    child = {"side": "party", "kind": "person", "name": "小某", "id_number": "110101201502012035"}
    case = registered(squad, parties=[child])

    assert "第三十条" in refusal(case, "decide_on_spot", squad.officer, **spot(squad))


def test_a_youth_is_punished_more_lightly(squad):
    youth = {"side": "party", "kind": "person", "name": "小某", "id_number": "110101201001012037"}
    case = registered(squad, parties=[youth])

    assert "应当从轻" in refusal(case, "decide_on_spot", squad.officer, **spot(squad))
    assert case.take("decide_on_spot", by=squad.officer, **spot(squad, lighter=True))


def test_the_age_of_a_minor_is_found_out_first(squad):
    minor = {"side": "party", "kind": "person", "name": "小某", "age": "minor"}

    said = refusal(
        registered(squad, parties=[minor]), "decide_on_spot", squad.officer, **spot(squad)
    )

    assert "查明年龄" in said


def test_a_decision_on_the_spot_is_served_with_it(squad):
    case = penalty_in("spot", squad)

    row = case.part("decisions")[0]
    assert (case.state, case.detail.course) == ("served", "simple")
    assert (row.fine, row.kinds, row.party_kind) == (5000, ["fine"], "person")
    assert case.detail.served_on == row.on


def test_money_is_taken_on_the_spot_only_for_a_reason_of_the_law(squad):
    case = registered(squad)
    case.take("decide_on_spot", by=squad.officer, **spot(squad, fine="150"))
    money = answers(squad)["collect_on_spot"] | {"amount": "150"}

    assert "第六十八条" in refusal(case, "collect_on_spot", squad.officer, **money)
    case.take("collect_on_spot", by=squad.officer, **(money | {"why": "hard"}))
    assert case.state == "executed"


def test_without_the_official_receipt_no_money_is_taken(squad):
    case = penalty_in("spot", squad)
    money = answers(squad)["collect_on_spot"] | {"official": False, "amount": "40"}

    said = refusal(case, "collect_on_spot", squad.officer, **money)

    assert "第七十条" in said
    assert "应等于罚款金额" in said


def test_money_taken_is_handed_in_within_two_working_days_and_to_the_bank_in_two_more(squad):
    with time_machine.travel(date(2026, 3, 6)):  # a Friday
        case = penalty_in("collected", squad)
        assert due(case, "缴回当场收缴的罚款") == date(2026, 3, 10)
    with time_machine.travel(date(2026, 3, 9)):
        walk(case, squad, "hand_in")
        assert due(case, "罚款缴付银行") == date(2026, 3, 11)
        walk(case, squad, "bank_in")

    assert due(case, "罚款缴付银行") is None


def test_a_simple_case_is_filed_for_record_and_checked_by_another(squad):
    case = walk(penalty_in("spot", squad), squad, "file_record")

    with pytest.raises(NotYours):
        case.take("confirm_record", by=squad.officer)
    case.take("confirm_record", by=squad.reviewer)

    assert case.detail.recorded_on == date.fromisoformat(today())


def test_what_is_sent_back_is_filed_for_record_anew(squad):
    case = walk(penalty_in("spot", squad), squad, "file_record", "return_record", "file_record")

    assert case.detail.filed_for_record_on


def test_a_simple_case_is_due_for_record_by_the_set_working_days(squad):
    with time_machine.travel(date(2026, 3, 2)):
        case = penalty_in("spot", squad)

    assert due(case, "提请备案") == case.detail.record_by == date(2026, 3, 9)


def test_a_fine_on_the_spot_keeps_to_its_band_too(squad):
    said = refusal(registered(squad), "decide_on_spot", squad.officer, **spot(squad, band="P2"))

    assert "第三十四条" in said
