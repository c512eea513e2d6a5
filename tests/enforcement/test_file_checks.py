"""案卷评查: a closed file is scored by a rubric, by its own team or another, and put right."""

import pytest

from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused

from ..cast import STREET
from .checks import BLURRED, LATE, answers, checked, drawn, scored  # noqa: F401 - a fixture
from .penalty import FIRM, penalty_in

pytestmark = pytest.mark.django_db


def test_score_a_case_file_against_the_rubric_and_send_its_defects_back_for_correction(
    squad,
    checked,  # noqa: F811
):
    case = scored(squad, checked, LATE, BLURRED)
    assert (case.detail.total, case.detail.full, case.detail.defects) == (75, 100, 2)

    case.take("feed_back", by=squad.third)
    assert case.state == "fed_back"
    assert case.due_clock == "案卷整改"
    case.take("rectify", by=squad.officer, remedies=answers(case))
    case.take("confirm", by=squad.third)
    assert case.state == "confirmed"
    assert all(row.mended_on for row in case.part("marks") if row.defect)


def test_every_item_gets_a_mark_in_the_words_of_that_day(squad, checked):  # noqa: F811
    case = scored(squad, checked, LATE)

    assert [(row.label, row.points, row.deducted) for row in case.part("marks")] == [
        ("评分项T1", 60, 15), ("评分项T2", 40, 0),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["officer", "partner"])
def test_a_cross_check_is_made_by_another_team(squad, checked, who):  # noqa: F811
    with pytest.raises(StepRefused, match="互查由其他执法队"):
        drawn(squad, checked).take("score", by=getattr(squad, who), scores=[])


def test_an_officer_without_a_team_does_not_cross_check(squad, checked):  # noqa: F811
    with pytest.raises(StepRefused, match="互查由其他执法队"):
        drawn(squad, checked).take("score", by=squad.head, scores=[])


def test_the_justice_office_belongs_to_no_team_and_may_cross_check(squad, checked):  # noqa: F811
    drawn(squad, checked).take("score", by=squad.justice, scores=[])


def test_a_self_check_is_made_by_the_team_itself(squad, checked):  # noqa: F811
    with pytest.raises(StepRefused, match="自查由办案的执法队"):
        drawn(squad, checked, "self").take("score", by=squad.third, scores=[])
    drawn(squad, checked, "self").take("score", by=squad.partner, scores=[])


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        ([LATE | {"item": "X9"}], "案卷评分细则所列"),
        ([LATE | {"deducted": 61}], "不超过该项分值"),
        ([LATE, LATE], "只评一次"),
    ],
)
def test_marks_keep_to_the_rubric(squad, checked, marks, why):  # noqa: F811
    with pytest.raises(StepRefused, match=why):
        scored(squad, checked, *marks)


def test_a_file_without_a_defect_passes_and_is_not_sent_back(squad, checked):  # noqa: F811
    case = scored(squad, checked)

    assert {"pass_file"} == {"pass_file", "feed_back"} & case.steps_for(squad.third).keys()
    case.take("pass_file", by=squad.third)
    assert (case.state, case.detail.total) == ("confirmed", 100)


def test_every_defect_is_answered(squad, checked):  # noqa: F811
    case = scored(squad, checked, LATE, BLURRED)
    case.take("feed_back", by=squad.third)

    with pytest.raises(StepRefused, match="每个问题都应写明整改情况"):
        case.take("rectify", by=squad.officer, remedies=answers(case)[:1])


def test_who_put_the_file_right_does_not_confirm_it(squad, checked):  # noqa: F811
    case = drawn(squad, checked, "self")
    case.take("score", by=squad.partner, scores=[LATE])
    case.take("feed_back", by=squad.partner)
    case.take("rectify", by=squad.officer, remedies=answers(case))

    with pytest.raises(NotYours, match="须由他人办理"):
        case.take("confirm", by=squad.officer)
    case.take("send_back", by=squad.partner, reason="说明不全")
    assert (case.state, case.due_clock) == ("fed_back", "案卷整改")


def test_only_a_closed_file_in_sight_is_drawn(squad, checked):  # noqa: F811
    case = penalty_in("filed", squad, parties=[FIRM])

    with pytest.raises(StepRefused, match="已经结案"):
        Case.open_new("file_check", by=squad.justice, unit=STREET, subject=case.pk, form="self")


def test_the_form_begins_with_every_defect_to_be_answered(squad, checked, client):  # noqa: F811
    case = scored(squad, checked, LATE, BLURRED)
    case.take("feed_back", by=squad.third)
    client.force_login(squad.officer)
    page = client.get(f"/file-checks/{case.pk}/rectify/").content.decode()

    assert '<option value="T1" selected>' in page
    assert '<option value="T2" selected>' in page


def test_the_page_shows_the_score_item_by_item(squad, checked, client):  # noqa: F811
    case = scored(squad, checked, LATE)
    client.force_login(squad.leader)
    page = client.get(f"/file-checks/{case.pk}/").content.decode()

    assert "<strong>85</strong> / 100 分，1 个问题" in page
    assert "立案审批晚于调查" in page
    assert "85" in client.get("/file-checks/").content.decode()
