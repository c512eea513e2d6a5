"""A resident scans a code, and gets a grade and a reply."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from time_machine import travel

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from mediation.doors import climbing

from ..cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET, registration
from ..enforcement.http import Pages
from .doors import TEXT, answered, graded, hung, reported, send, slip_of, slip_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_came():
    cache.clear()


def ask(client, slip, url="/code/query/", form="code-query", key="q", **given):
    return send(client, url, form, key, **slip, **given)


def test_submit_a_report_from_the_public_form_see_its_grade_and_read_the_reply_with_the_query_number(  # noqa: E501
    cast, client
):
    place = hung(cast.community)
    assert "3号楼门厅" in client.get(f"/code/{place.pk}/").content.decode()
    slip = slip_on(send(client, f"/code/{place.pk}/", "code-report", **TEXT).content.decode())
    case = Case.objects.get(kind="code_report")
    desk = Pages(cast.community)
    desk.take(case, "grade", "code-reports", factors=["violence"])
    assert "黄（较大）" in ask(client, slip).content.decode()
    desk.take(case, "route", "code-reports", desk=COMMUNITY)
    desk.take(case, "take_up", "code-reports")
    desk.take(case, "answer", "code-reports", reply="已约谈，夜间停工")
    page = ask(client, slip, key="q2").content.decode()
    assert "已约谈，夜间停工" in page
    assert TEXT["text"] not in page


def test_sent_twice_it_is_one_report_with_one_slip(cast, client):
    place = hung(cast.community)
    first, second = (
        send(client, f"/code/{place.pk}/", "code-report", **TEXT).content for _ in range(2)
    )
    assert slip_on(first.decode()) == slip_on(second.decode())
    assert Case.objects.filter(kind="code_report").count() == 1


def test_a_code_that_was_taken_down_leads_nowhere(cast, client):
    place = hung(cast.community)
    place.annul(by=cast.community, reason="已拆除")
    assert client.get(f"/code/{place.pk}/").status_code == 404
    with pytest.raises(StepRefused, match="点位应在用"):
        reported(place)


def test_a_wrong_number_and_a_wrong_word_get_the_same_answer(cast, client):
    slip = slip_of(reported(hung(cast.community)))
    for wrong in ({"number": "000000000000"}, {"word": "AAAAAA"}):
        answer = ask(client, slip | wrong)
        assert answer.status_code == 400
        assert "查询号与校验词不符" in answer.content.decode()


def test_not_settled_reopens_it_once_and_a_rating_closes_it(cast, client):
    case = answered(reported(hung(cast.community)), cast.community)
    slip = slip_of(case)
    assert "请继续处理" in ask(client, slip).content.decode()
    ask(client, slip, "/code/reopen/", "code-reopen", why="又装修了")
    case.refresh_from_db()
    assert case.state == "handling"
    case.take("answer", by=cast.community, reply="已责令停工")
    again = ask(client, slip, "/code/reopen/", "code-reopen", key="second", why="还在装修")
    assert again.status_code == 409
    assert "请继续处理" not in ask(client, slip, key="q3").content.decode()
    ask(client, slip, "/code/settle/", "code-settle", rating="good")
    case.refresh_from_db()
    assert (case.state, case.detail.rating) == ("closed", "good")


def test_the_grade_decides_the_level_that_handles_it(cast):
    case = graded(reported(hung(cast.community)), cast.community, risk="high")
    with pytest.raises(StepRefused, match="红色由街道"):
        case.take("route", by=cast.community, desk=COMMUNITY)
    with pytest.raises(StepRefused, match="上下级单位"):
        case.take("route", by=cast.community, desk=OTHER_STREET)
    with pytest.raises(StepRefused, match="上下级单位"):
        case.take("route", by=cast.community, desk=SIBLING)
    case.take("route", by=cast.community, desk=STREET)
    assert case.desk == STREET


def test_a_green_one_goes_to_the_grid_whose_worker_handles_it(cast):
    case = graded(reported(hung(cast.community)), cast.community)
    case.take("route", by=cast.community, desk=GRID)
    case.take("take_up", by=cast.grid)
    assert case.handler == cast.grid


def test_what_nobody_answers_climbs_to_the_street_and_is_urged_there(cast):
    case = reported(hung(cast.community))
    for step, desk in (("climb", STREET), ("urge", STREET)):
        with travel(timezone.now() + timedelta(days=12 if step == "climb" else 24)):
            assert climbing.move_on() == 1
            assert climbing.move_on() == 0
        case.refresh_from_db()
        assert (case.history[-1].step, case.desk) == (step, desk)


def test_a_reply_that_nobody_rates_rests_after_a_while(cast):
    case = answered(reported(hung(cast.community)), cast.community)
    assert climbing.close_unrated() == 0
    with travel(timezone.now() + timedelta(days=16)):
        assert climbing.close_unrated() == 1
    case.refresh_from_db()
    assert case.state == "closed"


def test_a_reply_names_no_number_of_anybody(cast):
    case = graded(reported(hung(cast.community)), cast.community)
    case.take("route", by=cast.community, desk=COMMUNITY)
    case.take("take_up", by=cast.community)
    with pytest.raises(StepRefused, match="不得写"):
        case.take("answer", by=cast.community, reply="请打13912345678")


def test_it_is_turned_into_a_dispute_that_names_it_as_its_source(cast, client):
    case = reported(hung(cast.community))
    client.force_login(cast.community)
    form = client.get(f"/disputes/new/?source={case.pk}").content.decode()
    assert TEXT["text"] in form
    assert TEXT["phone"] not in form
    facts = registration(channel="qr", source=case.pk)
    dispute = Case.open_new("dispute", by=cast.community, unit=COMMUNITY, **facts)
    outbox.drain()
    case.refresh_from_db()
    assert (case.state, dispute.links.get(other=case).relation) == ("turned", "source")


def test_a_source_is_used_once_in_reach_and_by_its_own_channel(cast):
    case = reported(hung(cast.community))
    facts = registration(channel="qr", source=case.pk)
    with pytest.raises(StepRefused, match="来源应与所转"):
        Case.open_new("dispute", by=cast.community, unit=COMMUNITY, **facts | {"channel": "phone"})
    with pytest.raises(StepRefused, match="在您的数据范围内"):
        Case.open_new("dispute", by=cast.neighbour, unit=SIBLING, **facts)
    Case.open_new("dispute", by=cast.community, unit=COMMUNITY, **facts)
    with pytest.raises(StepRefused, match="尚未转过"):
        Case.open_new("dispute", by=cast.community, unit=COMMUNITY, **facts)


def test_what_comes_by_12345_keeps_the_number_of_its_order(cast):
    with pytest.raises(StepRefused, match="工单号"):
        Case.open_new("dispute", by=cast.grid, unit=GRID, **registration(channel="hotline"))
    facts = registration(channel="hotline", source_number="20261122001")
    case = Case.open_new("dispute", by=cast.grid, unit=GRID, **facts)
    assert case.links.get().outside == "20261122001"


def test_the_code_of_a_place_is_an_svg_that_leads_to_its_form(cast, client):
    place = hung(cast.community)
    client.force_login(cast.community)
    picture = client.get(f"/code-places/{place.pk}/code.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    assert f"/code/{place.pk}/" in client.get(f"/code-places/{place.pk}/poster/").content.decode()


def test_its_pages_show_and_its_list_tells_the_grade(cast, client):
    case = graded(reported(hung(cast.community)), cast.community, risk="medium")
    client.force_login(cast.community)
    assert "黄（较大）" in client.get("/code-reports/").content.decode()
    page = client.get(f"/code-reports/{case.pk}/").content.decode()
    assert "定级" in page
    assert TEXT["phone"] not in page
