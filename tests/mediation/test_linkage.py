"""What systems 1, 3, 9, 13 and 20 are accepted by, as a person does it on the pages."""

import pytest
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.meetings.choices import Type
from lawgov.organisations.models import Kind
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.cast import COMMUNITY, GRID, STREET, answers, dispute_in, logged

from ..enforcement.http import Pages
from .joint import agency, asked, conference, fresh


@pytest.fixture
def do(client):
    """Post a step's form as somebody, and come back with the case."""

    def post(who, case, step, **facts):
        client.force_login(who)
        case = fresh(case)
        one = case.kind
        sent = {"_seen": case.version, "_key": f"{step}{case.pk}{case.version}", **facts}
        answer = client.post(f"/{one}s/{case.pk}/{step}/", sent)
        assert answer.status_code == 302, answer.content.decode()[:2000]
        return fresh(case)

    return post


def page(client, who, case, tab):
    client.force_login(who)
    return client.get(f"/{case.kind}s/{case.pk}/?tab={tab}").content.decode()


def test_log_a_dispute_at_a_grid_group_raise_it_to_the_station_and_then_to_the_platform_and_see_each_hop_in_its_history(  # noqa: E501
    cast, client, do
):
    case = Pages(cast.grid).open(
        "disputes", title="楼上漏水", channel="screening", type="neighbour", summary="浸坏天花板",
        **{"parties-0-side": "applicant", "parties-0-name": "甲某"},
    )  # fmt: skip
    do(cast.grid, case, "raise", to=COMMUNITY, reason="涉及两栋楼")
    do(cast.community, case, "accept_offer")
    do(cast.community, case, "raise", to=STREET, reason="涉及两个社区")
    case = do(cast.justice, case, "accept_offer")

    told = page(client, cast.grid, case, "history")
    assert (case.desk, case.unit) == (STREET, GRID)
    assert [told.count(word) for word in ("涉及两栋楼", "涉及两个社区")] == [1, 1]
    hops = [e.step for e in case.events.order_by("seq")]
    assert hops == ["register", "raise", "accept_offer", "raise", "accept_offer"]


def test_mark_a_dispute_major_hold_a_conference_with_a_judge_and_counsel_and_store_its_plan_before_work_goes_on(  # noqa: E501
    cast, client, do
):
    case = do(cast.mediator, dispute_in("assigned", cast), "mark_major", reason="疑难")
    with pytest.raises(StepRefused, match="化解方案"):
        case.take("session", by=cast.mediator, **answers()["session"])

    meeting = conference(cast, case)
    do(cast.mediator, case, "plan", meeting=meeting.pk, text="先修漏水，再谈赔偿")
    case = do(cast.mediator, case, "session", **answers()["session"])
    told = page(client, cast.mediator, case, "joint")
    assert case.state == "mediating"
    assert "先修漏水，再谈赔偿" in told
    assert meeting.number in told


def test_put_a_dispute_on_the_joint_meetings_agenda_and_follow_the_task_it_produces(
    cast, client, do
):
    case = logged(cast.grid)
    meeting = conference(cast, case, kind=Type.PETITION)
    task = Case.objects.get(kind="task")
    do(cast.community, task, "accept")

    told = page(client, cast.justice, case, "joint")
    assert meeting.number in told
    assert task.number in told
    assert "社区十日内走访双方" in told
    assert "办理中" in told


def test_refer_a_dispute_from_the_police_station_and_accept_it_at_the_judicial_office(
    cast, client, do
):
    case, police = logged(cast.justice, STREET), agency(Kind.POLICE)
    do(cast.justice, case, "refer_in", **asked(police, contact="李警官", outside="警情1号"))
    assert "待答复" not in page(client, cast.justice, case, "joint")
    do(cast.justice, case, "take_in")
    case = do(cast.justice, case, "accept", basis="referral", eligible="on")

    told = page(client, cast.justice, case, "joint")
    assert case.state == "accepted"
    assert "李警官" in told
    assert "已接受" in told


def test_choose_mediation_as_the_first_route_and_see_the_first_choice_rate(cast, client, do):
    first, second = logged(cast.grid), logged(cast.grid)
    do(cast.mediator, first, "choose_course", course="mediation", grounds="双方愿意")
    do(cast.mediator, second, "choose_course", course="litigation", grounds="标的较大")
    do(cast.mediator, first, "choose_course", course="arbitration", grounds="已有约定")

    rate = REGISTRY["dispute.first_choice_rate"]
    [figure] = figures(STREET, Period.of(localdate().year), [rate])
    assert figure.value == 50


def test_the_first_route_is_kept_and_later_ones_stand_beside_it(cast):
    case = logged(cast.grid)
    for course in ("litigation", "mediation"):
        case.take("choose_course", by=cast.mediator, course=course, grounds="评估")
    rows = list(case.courses.order_by("pk").values_list("course", "first"))

    assert rows == [("litigation", True), ("mediation", False)]


def test_a_dispute_on_its_way_to_another_route_is_not_taken_up_for_mediation(cast):
    case = logged(cast.grid)
    case.take("choose_course", by=cast.mediator, course="litigation", grounds="标的较大")
    with pytest.raises(StepRefused, match="改选人民调解"):
        case.take("accept", by=cast.mediator, **answers()["accept"])
    with pytest.raises(StepRefused, match="不同的途径"):
        case.take("choose_course", by=cast.mediator, course="litigation", grounds="再评")

    case.take("choose_course", by=cast.mediator, course="mediation", grounds="改选")
    case.take("accept", by=cast.mediator, **answers()["accept"])


def test_a_meeting_that_is_called_from_a_dispute_has_it_on_the_agenda(cast, client):
    case = logged(cast.grid)
    client.force_login(cast.justice)
    form = client.get(f"/meetings/new/?source={case.pk}").content.decode()
    assert case.number in form

    meeting = Case.open_new(
        "meeting", by=cast.justice, unit=STREET, title="会商", type="conference",
        planned_on=str(localdate()), planned_at="09:30", place="会议室", source=case.pk,
    )  # fmt: skip
    assert [item.about for item in meeting.part("items")] == [case]
    with pytest.raises(StepRefused, match="提请案件"):
        Case.open_new(
            "meeting", by=cast.justice, unit=STREET, title="会商", type="conference",
            planned_on=str(localdate()), planned_at="09:30", place="会议室", source=case.pk + 99,
        )  # fmt: skip


def test_a_supervision_order_on_a_dispute_is_answered_by_another_within_its_time(cast, do):
    case = do(cast.leader, dispute_in("assigned", cast), "supervise", body="十日未见进展")
    assert "督办答复" in [each.clock.label for each in case.clocks() if each.due]
    with pytest.raises(NotYours):
        case.take("answer_urge", by=cast.leader, answer="代答")

    case = do(cast.mediator, case, "answer_urge", answer="已约双方周五到场")
    assert case.part("urges")[0].answered_on == localdate()


def test_an_order_that_waits_is_answered_before_the_dispute_is_filed(cast):
    case = dispute_in("accepted", cast)
    case.take("supervise", by=cast.leader, body="十日未见进展")
    case.take("fail", by=cast.mediator, **answers()["fail"])
    with pytest.raises(StepRefused, match="督办单应先答复"):
        case.take("archive", by=cast.mediator, **answers()["archive"])

    case.take("answer_urge", by=cast.mediator, answer="双方分歧过大，已告知诉讼途径")
    case.take("archive", by=cast.mediator, **answers()["archive"])
    assert case.state == "archived"


def test_who_handles_a_dispute_does_not_supervise_it(cast):
    with pytest.raises(NotYours):
        dispute_in("assigned", cast).take("supervise", by=cast.mediator, body="催")


def test_referrals_are_listed_and_counted_by_agency_for_who_may_see_the_dispute(cast, client):
    for way in ("refer_in", "invite"):
        logged(cast.grid).take(way, by=cast.mediator, **asked(agency(name=f"某所{way}")))
    client.force_login(cast.justice)
    told = client.get("/handovers/agencies/").content.decode()
    assert "某所refer_in" in told
    assert "某所invite" in told

    client.force_login(cast.neighbour)
    assert "某所invite" not in client.get("/handovers/agencies/").content.decode()
    assert client.get("/handovers/agencies/?reply=?").status_code == 400
