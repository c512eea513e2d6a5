"""How an act is investigated, and what is held meanwhile."""

from datetime import date

import pytest
import time_machine

from lawgov.casework.refusals import NotYours

from .penalty import WHAT, answers, how, measure_of, penalty_in, refusal, walk

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)


def due(case, label):
    return next(clock.due for clock in case.clocks() if clock.clock.label == label)


def held(squad, kind="seize"):
    """A case in which something is held since a Monday in March."""
    case = walk(penalty_in("filed", squad), squad, "ask_measure", ask_measure={"kind": kind})
    case.take("approve_measure", by=squad.head, **measure_of(case))
    two = [squad.officer, squad.partner]
    case.take("take_measure", by=squad.officer, **measure_of(case), **how(two))
    return case


@pytest.mark.parametrize(
    ("change", "article"), [({"officers": 1}, "第四十二条"), ({"shown": False}, "第五十五条")]
)
def test_an_inquiry_takes_two_officers_who_show_their_certificates(squad, change, article):
    case, facts = penalty_in("filed", squad), answers(squad)["investigate"]
    changed = {"officers": [squad.officer]} if "officers" in change else change

    assert article in refusal(case, "investigate", squad.officer, **(facts | changed))


def test_an_inquiry_by_one_without_showing_a_certificate_is_told_everything_at_once(squad):
    case, facts = penalty_in("filed", squad), answers(squad)["investigate"]
    wrong = facts | {"officers": [squad.officer], "shown": False}

    said = refusal(case, "investigate", squad.officer, **wrong)

    assert "第四十二条" in said
    assert "第五十五条" in said


def test_a_void_piece_of_evidence_keeps_its_number_and_stays_on_file(squad):
    case = walk(penalty_in("investigating", squad), squad, "add_evidence", "add_evidence")
    first = case.part("evidence")[0]
    case.take("void_evidence", by=squad.officer, piece=first.pk, reason="传错")
    walk(case, squad, "add_evidence")

    kept = [(str(row), row.void) for row in case.part("evidence")]
    assert kept == [("证1 现场笔录", True), ("证2 现场笔录", False), ("证3 现场笔录", False)]
    again = {"piece": first.pk, "reason": "再次"}
    assert "未作废" in refusal(case, "void_evidence", squad.officer, **again)


def test_nothing_is_concluded_without_valid_evidence(squad):
    case = walk(penalty_in("investigating", squad), squad, "add_evidence")
    row = case.part("evidence")[0]
    case.take("void_evidence", by=squad.officer, piece=row.pk, reason="传错")

    assert "第四十条" in refusal(case, "conclude", squad.officer, report="终结")


def test_what_a_device_recorded_is_reviewed_before_it_is_used(squad):
    case = penalty_in("investigating", squad)
    facts = answers(squad)["add_evidence"] | {"kind": "audiovisual", "monitored": True}

    assert "第四十一条" in refusal(case, "add_evidence", squad.officer, **facts)
    case.take("add_evidence", by=squad.officer, **facts, reviewed=True)


def test_a_measure_is_taken_only_after_the_head_approved_it(squad):
    case = walk(penalty_in("filed", squad), squad, "ask_measure")
    facts = measure_of(case) | how([squad.officer, squad.partner])

    assert "目前不需要" in refusal(case, "take_measure", squad.officer, **facts)
    with pytest.raises(NotYours):
        case.take("approve_measure", by=squad.officer, **measure_of(case))
    case.take("approve_measure", by=squad.head, **measure_of(case))
    assert case.take("take_measure", by=squad.officer, **facts)


def test_a_measure_that_was_not_approved_itself_cannot_be_taken(squad):
    case = walk(penalty_in("filed", squad), squad, "ask_measure")
    case.take("approve_measure", by=squad.head, **measure_of(case))
    walk(case, squad, "ask_measure")
    facts = measure_of(case) | how([squad.officer, squad.partner])

    assert "第十八条" in refusal(case, "take_measure", squad.officer, **facts)


def test_only_what_belongs_to_the_act_is_seized(squad):
    case = penalty_in("filed", squad)

    said = refusal(case, "ask_measure", squad.officer, **(WHAT | {"related": False}))

    assert "《行政强制法》第二十三条" in said


def test_a_measure_without_list_officers_and_certificate_names_every_article(squad):
    case = penalty_in("filed", squad)
    facts = WHAT | how([squad.officer]) | {"shown": False, "inventoried": False}

    said = refusal(case, "take_urgent", squad.officer, **facts)

    assert all(a in said for a in ("第四十二条", "第五十五条", "第二十四条"))


def test_preserved_evidence_is_decided_on_within_seven_working_days(squad):
    with time_machine.travel(MONDAY):
        case = held(squad, "preserve")

    assert due(case, "登记保存、查封、扣押届满") == date(2026, 3, 11)


def test_a_seizure_lasts_thirty_days_and_is_extended_once_by_thirty(squad):
    with time_machine.travel(MONDAY):
        case = held(squad)
        assert due(case, "登记保存、查封、扣押届满") == date(2026, 4, 1)
        longer = measure_of(case, days=30, reason="案情复杂")
        assert "第二十五条" in refusal(case, "extend_measure", squad.head, **longer)
        case.take("extend_measure", by=squad.head, **longer, notified=True)

        assert due(case, "登记保存、查封、扣押届满") == date(2026, 5, 1)
        again = refusal(case, "extend_measure", squad.head, **longer, notified=True)
        assert "可延长一次" in again


def test_preserved_evidence_is_not_extended(squad):
    case = held(squad, "preserve")
    facts = measure_of(case, days=7, reason="未及处理", notified=True)

    assert "先行登记保存不得延长" in refusal(case, "extend_measure", squad.head, **facts)


def test_an_extension_comes_before_the_end(squad):
    with time_machine.travel(MONDAY):
        case = held(squad)
    with time_machine.travel(date(2026, 4, 3)):
        facts = measure_of(case, days=10, reason="案情复杂", notified=True)
        assert "届满前" in refusal(case, "extend_measure", squad.head, **facts)


def test_the_days_of_an_appraisal_do_not_count_against_a_seizure(squad):
    with time_machine.travel(MONDAY):
        case = held(squad)
        walk(case, squad, "appraise")
    with time_machine.travel(date(2026, 3, 12)):
        walk(case, squad, "appraised")

    assert due(case, "登记保存、查封、扣押届满") == date(2026, 4, 11)


def test_what_was_seized_at_once_is_approved_within_a_day_or_released(squad):
    with time_machine.travel(MONDAY):
        case = walk(penalty_in("filed", squad), squad, "take_urgent")
        assert due(case, "紧急措施补办批准") == date(2026, 3, 3)

        case.take("refuse_measure", by=squad.head, **measure_of(case), reason="不应当采取")

    row = case.part("measures")[0]
    assert (row.state, row.ended_on, row.disposal) == ("refused", MONDAY, "returned")
    assert due(case, "登记保存、查封、扣押届满") is None


def test_approved_afterwards_it_stands(squad):
    case = walk(penalty_in("filed", squad), squad, "take_urgent")
    assert "情况紧急" in dict(case.procedure.steps["approve_measure"].effect(case)).popitem()[0]
    case.take("approve_measure", by=squad.head, **measure_of(case))

    assert case.part("measures")[0].state == "taken"
    assert due(case, "紧急措施补办批准") is None


def test_the_clock_shows_the_thing_that_has_to_be_decided_on_first(squad):
    with time_machine.travel(MONDAY):
        case = held(squad)
        walk(case, squad, "take_urgent", take_urgent={"kind": "preserve"})
        assert due(case, "登记保存、查封、扣押届满") == date(2026, 3, 11)
        case.take("end_measure", by=squad.officer, **measure_of(case), disposal="returned")

    assert due(case, "登记保存、查封、扣押届满") == date(2026, 4, 1)


def test_a_case_is_not_referred_while_something_is_held(squad):
    case = held(squad)

    facts = answers(squad)["refer"]
    assert "须已处理或者解除" in refusal(case, "refer", squad.head, **facts)


def test_a_concluded_case_may_be_investigated_further(squad):
    assert walk(penalty_in("concluded", squad), squad, "reopen").state == "investigating"
