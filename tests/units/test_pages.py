"""Browsing the tree, and the dated changes of the system administrator."""

import re
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry

from lawgov.people.models import Role
from lawgov.units.models import Unit

pytestmark = pytest.mark.django_db
STREET = "/units/110105019/"


def text(response):
    return response.content.decode()


def test_browsing_begins_at_my_own_units(client, grid_worker):
    page = text(client.get("/units/"))
    assert "/units/110105019013001/" in page
    assert "/units/110105019014001/" not in page


def test_a_street_shows_its_ladder_and_what_lies_below(client, grid_worker):
    page = text(client.get(STREET))
    assert [name in page for name in ("全国", "北京市", "市辖区", "朝阳区")] == [True] * 4
    assert "社区 2 个，网格 3 个" in page
    assert re.search(r"<dd>\s*街镇\s*</dd>", page)


def test_a_past_day_shows_the_name_of_that_day(client, grid_worker):
    Unit.objects.get(code="110105019").rename(on=date(2024, 7, 1), name="新街道")
    assert "<h1>垡头街道</h1>" in text(client.get(STREET, {"on": "2020-01-01"}))
    assert "<h1>新街道</h1>" in text(client.get(STREET))


def test_a_closed_unit_still_tells_what_became_of_it(client, grid_worker):
    Unit.objects.filter(code="110105019014001").delete()
    one = Unit.objects.get(code="110105019014")
    one.merge(into=Unit.objects.get(code="110105019013"), on=date(2024, 7, 1))
    page = text(client.get("/units/110105019014/"))
    assert "沿革见下" in page
    assert "2024-07-01 停用，并入" in page


def test_names_and_codes_are_found_by_their_beginning(client, grid_worker):
    assert "/units/110105020/" in text(client.get("/units/", {"q": "邻街"}))
    assert "/units/110105020/" in text(client.get("/units/", {"q": "11010502"}))
    assert "没有这样的单位" in text(client.get("/units/", {"q": "不存在"}))


def test_a_day_that_is_none_is_said_and_today_shown(client, grid_worker):
    page = client.get(STREET, {"on": "昨天"})
    assert page.status_code == 200
    assert "输入一个有效的日期" in text(page)


@pytest.mark.parametrize("code", ["110105099", "12"])
def test_a_unit_that_never_was_is_not_found(client, grid_worker, code):
    assert client.get(f"/units/{code}/").status_code == 404


def test_a_page_reads_the_tree_five_times(client, grid_worker, readings):
    # its history, its ancestors, its children, their children counted, the reader's own units
    assert readings(lambda: client.get(STREET)) == 5


def test_a_stranger_is_sent_to_the_login(client, tree):
    assert client.get(STREET).headers["Location"].startswith("/login/")


def test_the_administrator_renames_from_a_day(client, keeper):
    answer = client.post(f"{STREET}rename/", {"on": "2024-07-01", "name": "新街道"})
    assert answer.status_code == 302
    assert Unit.objects.on(date(2024, 7, 1)).get(code="110105019").name == "新街道"
    assert Unit.objects.on(date(2024, 6, 30)).get(code="110105019").name == "垡头街道"


def test_a_change_leaves_who_made_it(client, keeper):
    client.post(f"{STREET}rename/", {"on": "2024-07-01", "name": "新街道"})
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_repr) == (keeper, "垡头街道")
    assert "更名：生效日期 2024-07-01，新名称 新街道" in entry.change_message


def test_the_administrator_merges_one_community_into_another(client, keeper):
    Unit.objects.filter(code="110105019014001").delete()
    asked = {"on": "2024-07-01", "successor": "110105019013"}
    client.post("/units/110105019014/close/", asked)
    assert Unit.objects.get(code="110105019014").successor == "110105019013"


def test_the_administrator_draws_a_new_grid(client, keeper):
    asked = {"on": "2024-07-01", "code": "110105019014002", "name": "第2网格"}
    client.post("/units/110105019014/found/", asked)
    assert not Unit.objects.on(date(2024, 6, 30)).filter(code="110105019014002").exists()
    assert Unit.objects.on(date(2024, 7, 1)).filter(code="110105019014002").exists()


def test_the_administrator_gives_the_mark_of_the_numbers(client, keeper):
    client.post(f"{STREET}mark/", {"mark": "朝垡"})
    assert Unit.objects.get(code="110105019").heading == "朝垡"


@pytest.mark.parametrize(
    ("url", "asked", "said"),
    [
        (f"{STREET}close/", {"on": "2024-07-01"}, "请先撤并：垡头一区社区"),
        (f"{STREET}found/", {"code": "110105020001", "name": "某社区"}, "应为 110105019 的下一级"),
        (f"{STREET}found/", {"code": "110105019013", "name": "又一个"}, "已有在用的单位"),
        (f"{STREET}rename/", {"name": ""}, "必填"),
        (f"{STREET}rename/", {"name": "新街道", "on": "某日"}, "输入一个有效的日期"),
    ],
)
def test_a_refused_change_says_why_and_changes_nothing(client, keeper, url, asked, said):
    before = list(Unit.objects.order_by("pk").values())
    answer = client.post(url, {"on": "2024-07-01"} | asked)
    assert said in text(answer)
    assert list(Unit.objects.order_by("pk").values()) == before
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("code", ["110105020", "110105"])
def test_the_administrator_changes_nothing_outside_their_range(client, keeper, code):
    asked = {"on": "2024-07-01", "name": "别人的"}
    assert client.post(f"/units/{code}/rename/", asked).status_code == 403


@pytest.mark.parametrize("role", [Role.LEADER, Role.AUDITOR, Role.SECURITY_ADMIN])
def test_nobody_else_changes_the_tree(client, tree, person, role):
    person(role)
    asked = {"on": "2024-07-01", "name": "新街道"}
    assert client.post(f"{STREET}rename/", asked).status_code == 403
    assert f"{STREET}rename/" not in text(client.get(STREET))
