"""Which step leads where, who takes it, and what each refuses: by hand from the issue."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.people.models import Role
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET, logged, person, today

from .conftest import answers, go, issued, later, task_in

STATES = ("issued", "doing", "replied", "done", "cancelled")
FILES = {"attach", "void_attachment", "link"}
OWNER = {
    "issued": {"accept", "assign"} | FILES,
    "doing": {"assign", "reply"} | FILES,
    "replied": FILES,
    "done": {"link"},
    "cancelled": {"link"},
}
ISSUER = {
    "issued": {"extend", "urge", "cancel"} | FILES,
    "doing": {"extend", "urge", "cancel"} | FILES,
    "replied": {"confirm", "send_back", "cancel"} | FILES,
    "done": {"link"},
    "cancelled": {"link"},
}


@pytest.mark.parametrize("state", STATES)
def test_the_steps_of_the_two_sides(state, cast):
    case = task_in(state, cast)

    assert case.state == state
    assert set(case.steps_for(cast.community)) == OWNER[state]
    assert set(case.steps_for(cast.justice)) == ISSUER[state]


@pytest.mark.parametrize("state", STATES)
def test_a_step_out_of_turn_is_refused(state, cast):
    case = task_in(state, cast)
    for step in {"accept", "reply"} - OWNER[state]:
        with pytest.raises(StepRefused, match="不能"):
            case.take(step, by=cast.community, **answers()[step])
    for step in {"confirm", "send_back", "extend", "urge", "cancel"} - ISSUER[state]:
        with pytest.raises(StepRefused, match="不能"):
            case.take(step, by=cast.justice, **answers()[step])


def test_a_task_has_a_number_of_its_own_row(cast):
    first, second = issued(cast.justice), issued(cast.leader)

    year = today()[:4]
    assert [first.number, second.number] == [
        f"彭交办字〔{year}〕第1号",
        f"彭交办字〔{year}〕第2号",
    ]


def test_who_signs_for_a_task_does_it_unless_somebody_is_named(cast):
    other = person("other", Role.COMMUNITY_WORKER, COMMUNITY)

    assert task_in("doing", cast).handler == cast.community
    assert task_in("doing", cast, handler="other").handler == other
    case = issued(cast.justice)
    case.take("accept", by=cast.community, handler="other")
    assert case.handler == other


def test_the_issuer_does_not_sign_or_reply_for_the_owner(cast):
    case = issued(cast.justice)
    with pytest.raises(NotYours, match="签收须由经办单位的"):
        case.take("accept", by=cast.justice)
    go(case, cast, "accept")

    with pytest.raises(NotYours):
        case.take("reply", by=cast.justice, body="代为回复")


def test_the_owner_does_not_judge_his_own_work(cast):
    case = task_in("replied", cast)
    for step in ("confirm", "send_back", "cancel"):
        with pytest.raises(NotYours, match="所属单位"):
            case.take(step, by=cast.community, **answers()[step])


def test_within_one_unit_who_did_the_work_does_not_confirm_it(cast):
    colleague = person("colleague", Role.JUSTICE, STREET)
    case = issued(cast.justice, desk=STREET, handler="colleague")
    case.take("accept", by=colleague)
    case.take("reply", by=colleague, body="已办")
    with pytest.raises(NotYours, match="您经手过"):
        case.take("confirm", by=colleague)

    case.take("confirm", by=cast.justice)
    assert (case.state, str(case.closed_on)) == ("done", today())


def test_a_grid_worker_issues_nothing(cast):
    with pytest.raises(NotYours):
        issued(cast.grid, GRID, desk=GRID)


def test_only_a_leader_or_the_judicial_office_supervises(cast):
    case = issued(cast.statistician)

    assert "urge" not in case.steps_for(cast.statistician)
    assert "urge" in case.steps_for(cast.leader)


def test_a_task_goes_down_or_stays_never_up_or_aside(cast):
    for unit, desk in ((COMMUNITY, STREET), (COMMUNITY, SIBLING), (STREET, OTHER_STREET)):
        with pytest.raises(StepRefused, match="其下级"):
            issued(cast.community if unit == COMMUNITY else cast.justice, unit, desk=desk)


def test_a_unit_where_nobody_works_is_given_nothing(cast):
    with pytest.raises(StepRefused, match="在岗人员"):
        issued(cast.justice, desk="310106020003")


def test_the_handler_sits_at_the_unit_that_does_it(cast):
    for wrong in ("neighbour", "justice", "nobody"):
        with pytest.raises(StepRefused, match="承办人应为"):
            issued(cast.justice, handler=wrong)
    case = issued(cast.justice)
    with pytest.raises(StepRefused, match="承办人应为"):
        case.take("assign", by=cast.community, handler="neighbour")


def test_a_task_is_not_due_before_it_is_given(cast):
    with pytest.raises(StepRefused, match="不得早于"):
        issued(cast.justice, due=later(-1))

    assert str(issued(cast.justice, due=today()).due_on) == today()


def test_a_reply_in_writing_says_something(cast):
    case = task_in("doing", cast)
    with pytest.raises(StepRefused, match="书面回复"):
        case.take("reply", by=cast.community)

    plain = task_in("doing", cast, needs_reply=False)
    plain.take("reply", by=cast.community)
    assert plain.state == "replied"


def test_a_reply_brings_its_papers(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = task_in("doing", cast)
    paper = SimpleUploadedFile("清单.txt", "三号楼".encode())
    case.take("reply", by=cast.community, body="见附件", file=paper)

    assert [row.name for row in case.part("attachments")] == ["清单.txt"]


def test_a_returned_task_is_done_anew_by_a_new_day(cast):
    case = go(task_in("replied", cast), cast, "send_back")

    assert (case.state, case.returned, str(case.due_on)) == ("doing", True, later(5))
    go(case, cast, "reply", "confirm")
    case.refresh_from_db()
    assert (case.state, case.returned, len(case.part("replies"))) == ("done", False, 2)


def test_a_return_and_a_cancellation_say_why(cast):
    case = task_in("replied", cast)
    for step, given in (("send_back", {"due": later()}), ("cancel", {})):
        with pytest.raises(BadFacts) as refused:
            case.take(step, by=cast.justice, **given)
        assert refused.value.errors == {"reason": ["必填"]}


def test_an_extension_moves_the_day_on_never_back(cast):
    case = task_in("doing", cast)
    with pytest.raises(StepRefused, match="晚于原期限"):
        case.take("extend", by=cast.justice, due=later(10), reason="同一天")
    go(case, cast, "extend")

    case.refresh_from_db()
    assert str(case.detail.due) == str(case.due_on) == later(20)


def test_a_task_may_come_from_a_case_that_the_issuer_sees(cast):
    dispute = logged(cast.grid)
    case = issued(cast.justice, channel="case", source=dispute.pk)

    assert [link.other for link in case.links.all()] == [dispute]
    far = person("far", Role.LEADER, OTHER_STREET)
    abroad = issued(far, OTHER_STREET, desk=OTHER_STREET)
    with pytest.raises(StepRefused, match="来源案件"):
        issued(cast.justice, source=abroad.pk)
