"""重大复杂: no settlement before a conference with an expert has made a plan and its tasks."""

import pytest

from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.meetings.choices import Type
from tests.cast import answers, dispute_in, logged, today

from .joint import COUNSEL, JUDGE, called, conference, fresh, major


def planned(cast, case, meeting):
    case.take("plan", by=cast.mediator, meeting=meeting.pk, text="分三步化解")
    return case


@pytest.mark.parametrize("step", ["session", "agree_written", "agree_oral"])
def test_a_major_dispute_cannot_be_settled_without_a_plan(step, cast):
    case = major(cast, dispute_in("mediating", cast))
    with pytest.raises(StepRefused, match="会商，登记化解方案和任务"):
        case.take(step, by=cast.mediator, **answers()[step])

    planned(cast, case, conference(cast, case))
    case.take(step, by=cast.mediator, **answers()[step])


def test_another_dispute_needs_no_conference(cast):
    case = dispute_in("agreed", cast)

    assert case.part("plans") == []


@pytest.mark.parametrize(
    ("held", "says"),
    [
        ({"experts": ()}, "应有法官或法律顾问"),
        ({"charged": False}, "形成交办任务"),
        ({"kind": Type.TOPIC}, "类型为会商"),
    ],
)
def test_a_plan_comes_from_a_conference_with_an_expert_and_tasks(held, says, cast):
    case = major(cast, logged(cast.grid))
    with pytest.raises(StepRefused, match=says):
        planned(cast, case, conference(cast, case, **held))


def test_a_plan_comes_from_a_conference_that_heard_this_dispute_and_has_minutes(cast):
    case, other = major(cast, logged(cast.grid)), logged(cast.grid)
    for meeting in (conference(cast, other), called(cast, case)):
        with pytest.raises(StepRefused, match="研究过本纠纷"):
            planned(cast, case, meeting)


def test_the_task_for_one_dispute_is_not_that_of_another_heard_with_it(cast):
    first, second = major(cast, logged(cast.grid)), major(cast, logged(cast.grid))
    both = conference(cast, first, second)

    planned(cast, first, both)
    with pytest.raises(StepRefused, match="就本纠纷形成交办任务"):
        planned(cast, second, both)


@pytest.mark.parametrize("expert", [JUDGE, COUNSEL])
def test_either_a_judge_or_counsel_is_enough(expert, cast):
    case = major(cast, logged(cast.grid))

    assert planned(cast, case, conference(cast, case, experts=(expert,))).part("plans")


def test_who_marked_a_dispute_as_major_does_not_unmark_it(cast):
    case = logged(cast.grid)
    case.take("mark_major", by=cast.justice, reason="疑难")
    with pytest.raises(NotYours):
        case.take("unmark_major", by=cast.justice, reason="已缓和")

    case.take("unmark_major", by=cast.leader, reason="已缓和")
    assert not fresh(case).detail.major


def test_a_major_dispute_that_flares_up_again_is_planned_anew(cast):
    case = major(cast, dispute_in("mediating", cast))
    planned(cast, case, conference(cast, case)).take("fail", by=cast.mediator, **answers()["fail"])
    case.take("reopen", by=cast.mediator, reason="再起争执", on=today())
    case.take("assign", by=cast.mediator, **answers()["assign"])
    with pytest.raises(StepRefused, match="会商，登记化解方案和任务"):
        case.take("session", by=cast.mediator, **answers()["session"])

    planned(cast, case, conference(cast, case))
    case.take("session", by=cast.mediator, **answers()["session"])
