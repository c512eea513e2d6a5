"""法律问题: filed, put to the quarter's meeting, answered there by a judge or counsel."""

import pytest
from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.meetings.models import Item
from tests.cast import COMMUNITY, dispute_in

from .platform import QUESTION, filed, held, put_on, quarter_meeting

BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_file_a_legal_question_for_the_quarters_meeting_and_read_the_judges_recorded_answer(
    client, cast
):
    client.force_login(cast.community, backend=BACKEND)
    client.post(reverse("question-new"), {"unit": COMMUNITY, "_key": "k", **QUESTION})
    question = Case.objects.get(kind="question")
    meeting = quarter_meeting(cast.justice)
    put_on(question, meeting, cast.justice)
    judge = held(meeting, cast.justice)
    client.force_login(cast.justice, backend=BACKEND)
    question.refresh_from_db()
    answer = {"answer_text": "合同效力不受备案影响。", "expert": judge}
    client.post(
        reverse("question-step", args=[question.pk, "answer"]),
        {"_seen": question.version, "_key": "k", **answer},
    )
    client.force_login(cast.community, backend=BACKEND)

    page = client.get(reverse("question", args=[question.pk])).content.decode()

    assert "合同效力不受备案影响。" in page
    assert "演示法官（演示法庭）" in page
    assert "法官" in page


def test_a_question_stands_on_the_agenda_of_its_meeting_once(cast):
    question, meeting = filed(cast.community), quarter_meeting(cast.justice)

    put_on(question, meeting, cast.justice)

    assert [item.about for item in Item.objects.filter(case=meeting)] == [question]


def test_a_question_is_put_only_to_a_quarters_meeting_of_its_street(cast):
    question = filed(cast.community)
    other = Case.open_new(
        "meeting", by=cast.justice, unit=cast.justice.seats[0].unit, title="专题会", type="topic",
        planned_on="2026-12-31", planned_at="09:30", place="会议室",
    )  # fmt: skip

    with pytest.raises(StepRefused, match="季度总结和专业指导会"):
        question.take("put_on", by=cast.justice, meeting=other.pk)


def test_a_question_is_answered_once_the_meeting_was_held_by_who_was_there_as_an_expert(cast):
    question, meeting = filed(cast.community), quarter_meeting(cast.justice)
    put_on(question, meeting, cast.justice)
    with pytest.raises(StepRefused, match="会议召开之后"):
        question.take("answer", by=cast.justice, answer_text="有效", expert=1)
    held(meeting, cast.justice)
    question.refresh_from_db()

    with pytest.raises(StepRefused, match="到会的法官或法律顾问"):
        question.take("answer", by=cast.justice, answer_text="有效", expert=999999)


def test_a_question_is_to_be_answered_in_its_quarter_or_the_next_when_that_is_nearly_over(cast):
    for on, due in (("2026-10-09", "2026-12-31"), ("2026-09-29", "2026-12-31")):
        case = Case.open_new("question", by=cast.community, unit=COMMUNITY, on=on, **QUESTION)
        assert (case.detail.answer_by.isoformat(), case.due_clock) == (due, "法律问题答复")


def test_a_question_may_come_from_a_dispute_that_the_asker_sees(cast):
    dispute = dispute_in("accepted", cast)
    given = QUESTION | {"source": dispute.pk}

    case = Case.open_new("question", by=cast.community, unit=COMMUNITY, **given)

    assert case.links.get().other == dispute
    with pytest.raises(StepRefused, match="可查阅的纠纷"):
        Case.open_new("question", by=cast.neighbour, unit=cast.neighbour.seats[0].unit, **given)
