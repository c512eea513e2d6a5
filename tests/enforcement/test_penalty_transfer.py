"""What looks like a crime goes to the police, and no penalty takes its place."""

from datetime import date

import pytest
import time_machine

from lawgov.casework.refusals import NotYours

from .penalty import answers, penalty_in, refusal, walk

pytestmark = pytest.mark.django_db


def due(case, label):
    return next(clock.due for clock in case.clocks() if clock.clock.label == label)


def test_the_head_decides_in_three_days_and_the_case_goes_within_one_day(squad):
    with time_machine.travel(date(2026, 3, 6)):
        case = penalty_in("transferring", squad)
        assert due(case, "移送审批") == date(2026, 3, 9)
        walk(case, squad, "approve_transfer")
        assert due(case, "移送公安机关") == date(2026, 3, 7)  # hours wait for no working day
        walk(case, squad, "transfer")

    assert (case.state, due(case, "公安机关答复")) == ("transferred", date(2026, 3, 9))


def test_no_penalty_takes_the_place_of_a_transfer(squad):
    case = walk(penalty_in("filed", squad), squad, "investigate", "add_evidence",
                investigate={"crime": True})  # fmt: skip

    said = refusal(case, "conclude", squad.officer, **answers(squad)["conclude"])

    assert "不得以行政处罚代替" in said


def test_a_crime_found_at_the_end_is_proposed_for_transfer_not_concluded(squad):
    case = walk(penalty_in("investigating", squad), squad, "add_evidence")
    facts = answers(squad)["conclude"] | {"crime": True}

    assert "应当提请移送" in refusal(case, "conclude", squad.officer, **facts)


def test_nothing_but_an_answer_happens_while_the_head_considers(squad):
    case = penalty_in("transferring", squad)

    assert "待移送审批" in refusal(case, "conclude", squad.officer, **answers(squad)["conclude"])


def test_it_goes_only_with_its_papers_and_after_approval(squad):
    case = penalty_in("transferring", squad)
    facts = answers(squad)["transfer"]
    assert "目前不需要" in refusal(case, "transfer", squad.officer, **facts)
    walk(case, squad, "approve_transfer")

    said = refusal(case, "transfer", squad.officer, **(facts | {"letter": False}))
    assert "第六条" in said


def test_a_refused_transfer_keeps_its_reasons_and_the_case_goes_on(squad):
    case = walk(penalty_in("transferring", squad), squad, "refuse_transfer", "add_evidence")

    assert walk(case, squad, "conclude").state == "concluded"
    lines = [line for event in case.history for line in event.lines()]
    assert ("不予批准的理由", "未达追诉标准") in lines


def test_two_officers_propose_and_another_approves(squad):
    case = penalty_in("investigating", squad)
    facts = answers(squad)["propose_transfer"] | {"officers": [squad.officer]}
    assert "第四十二条" in refusal(case, "propose_transfer", squad.officer, **facts)
    walk(case, squad, "propose_transfer")

    with pytest.raises(NotYours):
        case.take("approve_transfer", by=squad.officer)


def test_a_case_comes_back_only_where_the_police_did_not_file_it(squad):
    case = walk(penalty_in("transferred", squad), squad, "police_answer")
    assert "第二十七条" in refusal(case, "resume", squad.officer, reason="恢复")

    back = walk(penalty_in("transferred", squad, act_on="2026-01-05"), squad,
                "police_answer", "resume", police_answer={"police_answer": "refused"})  # fmt: skip

    assert (back.state, back.detail.crime) == ("investigating", False)
