"""The frames show a meeting, what it heard and what became of its decisions."""

import pytest

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.documents.making import make
from lawgov.documents.printing import printed
from lawgov.documents.values import Masked
from lawgov.meetings.documents import PAPERS
from tests.cast import COMMUNITY, STREET, logged, today

from .conftest import answers, called, meeting_in


@pytest.fixture
def read(client):
    def page(user, url: str, **given) -> str:
        client.force_login(user)
        response = client.get(url, given)
        assert response.status_code == 200
        return response.content.decode()

    return page


def test_a_meeting_is_called_on_the_page(cast, client, read):
    form = read(cast.leader, "/meetings/new/")
    key = form.split('name="_key" value="')[1].split('"')[0]
    given = {
        "_key": key, "unit": STREET, "title": "专题会", "type": "topic", "planned_on": today(),
        "planned_at": "09:30", "place": "会议室", "chair": cast.leader.pk,
        "items-0-matter": "经费", "items-1-matter": "", "items-1-number": "",
    }  # fmt: skip

    answer = client.post("/meetings/new/", given)
    case = Case.objects.get(kind="meeting")
    assert answer.url == f"/meetings/{case.pk}/"
    assert [str(row) for row in case.part("items")] == ["经费"]
    assert [str(row) for row in case.part("attendees")] == ["主持：leader"]


def test_attendees_are_chosen_on_the_page(cast, client, read):
    case = called(cast.justice)
    page = read(cast.justice, f"/meetings/{case.pk}/add_attendees/")

    assert "leader（彭浦新村街道）" in page
    assert "community（第一居委会）" in page


def test_the_page_of_a_meeting_shows_its_tasks_and_where_they_stand(cast, read):
    case = meeting_in("minuted", cast)
    outbox.drain()
    task = Case.objects.get(kind="task")
    assert "已交办" in read(cast.leader, f"/meetings/{case.pk}/")

    task.take("accept", by=cast.community)
    page = read(cast.leader, f"/meetings/{case.pk}/")
    assert task.number in page
    assert "办理中" in page


def test_the_page_of_a_dispute_leads_to_the_meetings_that_heard_it(cast, read):
    dispute = logged(cast.grid)
    case = called(cast.justice, items=[{"number": dispute.number}])

    assert f"/meetings/{case.pk}/" in read(cast.leader, f"/disputes/{dispute.pk}/?tab=links")
    assert f"/meetings/{case.pk}/" not in read(cast.grid, f"/disputes/{dispute.pk}/?tab=links")


def test_the_agenda_hides_a_case_from_who_may_not_see_it(cast, read):
    dispute = logged(cast.grid, sensitivity="crisis")
    case = called(cast.leader, items=[{"number": dispute.number}])

    assert dispute.number in read(cast.leader, f"/meetings/{case.pk}/")
    page = read(cast.statistician, f"/meetings/{case.pk}/")
    assert dispute.number not in page
    assert "不在您的数据范围内" in page


def test_the_minutes_are_printed(cast):
    case = meeting_in("minuted", cast)
    content = PAPERS[0].content(case, Masked())

    rows = dict(content.rows)
    assert (rows["主持"], rows["法律顾问"]) == ("justice", "钱律师（某律师事务所）")
    assert rows["纪要"] == "会议研究了充电设施建设。"
    assert "第一居委会" in rows["决定事项"]
    assert printed(content, "form", "pdf").startswith(b"%PDF")
    assert printed(content, "form", "docx").startswith(b"PK")


def test_corrected_minutes_are_a_new_version(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = meeting_in("minuted", cast)
    first = make(case, PAPERS[0])
    case.take("correct_minutes", by=cast.justice, **answers()["correct_minutes"])

    assert (first.version, make(case, PAPERS[0]).version) == (1, 2)


def test_minutes_have_no_copy_with_numbers_in_full(cast, client):
    case = meeting_in("minuted", cast)
    client.force_login(cast.leader)

    answer = client.post(f"/meetings/{case.pk}/papers/minutes.pdf", {"reason": "核对有关情况"})
    assert answer.status_code == 403


def asked(client, user, url, counter) -> int:
    client.force_login(user)
    client.get(url)
    with counter(45) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_many_meetings_ask_no_more_than_one(cast, client, django_assert_max_num_queries):
    called(cast.justice)
    one = asked(client, cast.leader, "/meetings/", django_assert_max_num_queries)
    for _ in range(4):
        meeting_in("held", cast)

    assert asked(client, cast.leader, "/meetings/", django_assert_max_num_queries) == one


def test_a_long_agenda_and_many_decisions_ask_no_more(cast, client, django_assert_max_num_queries):
    short, long = (
        meeting_in("held", cast, items=[{"number": logged(cast.grid).number} for _ in range(n)])
        for n in (1, 5)
    )
    for case, times in ((short, 1), (long, 6)):
        for _ in range(times):
            case.take("decide", by=cast.justice, **answers()["decide"])
        case.take("minute", by=cast.justice, **answers()["minute"])
    outbox.drain()

    one, many = (
        asked(client, cast.leader, f"/meetings/{case.pk}/", django_assert_max_num_queries)
        for case in (short, long)
    )
    assert many == one


def test_a_meeting_of_a_community_charges_its_grids(cast, read):
    case = called(cast.community, COMMUNITY, chair="")
    case.take("hold", by=cast.community, on=today())
    page = read(cast.community, f"/meetings/{case.pk}/decide/")

    assert "第1网格" in page
    assert "第三居委会" not in page
