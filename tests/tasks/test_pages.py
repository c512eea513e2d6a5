"""The frames show a task like any case, and ask the database no more for many than for one."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from lawgov.casework.models import Case
from tests.cast import COMMUNITY, STREET, logged

from .conftest import go, issued, later, task_in


@pytest.fixture
def browse(client):
    def as_user(user) -> Client:
        client.force_login(user)
        return client

    return as_user


def text(response) -> str:
    return response.content.decode()


def test_a_leader_gives_a_task_on_the_page(cast, browse):
    page = text(browse(cast.leader).get("/tasks/new/"))
    assert "第一居委会" in page
    assert "community（第一居委会）" in page
    key = re.search(r'name="_key" value="(\w+)"', page)[1]
    given = {
        "_key": key, "unit": STREET, "title": "排查", "content": "逐户", "desk": COMMUNITY,
        "due": later(), "channel": "leader", "needs_reply": "on",
    }  # fmt: skip

    answer = browse(cast.leader).post("/tasks/new/", given)
    case = Case.objects.get(kind="task")
    assert answer.url == f"/tasks/{case.pk}/"
    assert (case.desk, case.detail.needs_reply) == (COMMUNITY, True)


def test_a_dispute_leads_on_to_a_task(cast, browse):
    dispute = logged(cast.grid)
    page = text(browse(cast.justice).get(f"/disputes/{dispute.pk}/?tab=links"))
    url = reverse("task-new") + f"?source={dispute.pk}"
    assert url in page

    form = text(browse(cast.justice).get(url))
    assert re.search(rf'type="hidden" name="source" value="{dispute.pk}"', form)


def test_the_links_of_both_lead_to_each_other(cast, browse):
    dispute = logged(cast.grid)
    case = issued(cast.justice, channel="case", source=dispute.pk)

    assert f"/disputes/{dispute.pk}/" in text(
        browse(cast.justice).get(f"/tasks/{case.pk}/?tab=links")
    )
    assert f"/tasks/{case.pk}/" in text(
        browse(cast.justice).get(f"/disputes/{dispute.pk}/?tab=links")
    )


def test_the_replies_and_the_supervision_stand_on_the_page(cast, browse):
    case = go(task_in("doing", cast), cast, "urge", "answer_urge", "reply")

    page = text(browse(cast.leader).get(f"/tasks/{case.pk}/?tab=records"))
    for words in ("已排查12个楼栋", "请于三日内说明进展", "已完成一半"):
        assert words in page


def test_the_list_says_who_does_it(cast, browse):
    issued(cast.justice)

    page = text(browse(cast.justice).get("/tasks/"))
    assert "经办单位" in page
    assert "第一居委会" in page


def test_the_list_is_found_by_the_day_it_is_due(cast, browse):
    issued(cast.justice, title="早到期", due=later(2))
    issued(cast.justice, title="晚到期", due=later(30))

    page = text(browse(cast.justice).get("/tasks/", {"due_to": later(10)}))
    assert "早到期" in page
    assert "晚到期" not in page


def queries(browse, who, url, counter) -> int:
    browse(who).get(url)
    with counter() as asked:
        assert browse(who).get(url).status_code == 200
    return len(asked)


def test_a_list_of_many_asks_no_more_than_a_list_of_one(
    cast, browse, django_assert_max_num_queries
):
    def counter():
        return django_assert_max_num_queries(30)

    issued(cast.justice)
    one = queries(browse, cast.justice, "/tasks/", counter)
    for _ in range(5):
        task_in("replied", cast)

    assert queries(browse, cast.justice, "/tasks/", counter) == one


def test_the_page_of_a_task_with_a_long_history_asks_no_more(
    cast, browse, django_assert_max_num_queries
):
    def counter():
        return django_assert_max_num_queries(40)

    short, long = task_in("doing", cast), task_in("doing", cast)
    go(long, cast, "urge", "answer_urge", "urge", "answer_urge", "reply", "send_back")

    one, many = (
        queries(browse, cast.justice, f"/tasks/{case.pk}/?tab=history", counter)
        for case in (short, long)
    )
    assert many <= one + 1


def test_who_gives_a_task_finds_the_own_unit_chosen(cast, browse):
    page = text(browse(cast.leader).get("/tasks/new/"))

    assert re.search(rf'<option value="{STREET}"\s+selected', page)
