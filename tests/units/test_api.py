"""The tree over HTTP: as at a day, page after page, and nothing guessed."""

from datetime import date

import pytest

from lawgov.units.models import Unit

pytestmark = pytest.mark.django_db
URL = "/api/v1/units/"


def codes(response):
    return [unit["code"] for unit in response.json()["results"]]


def test_a_grid_worker_reads_the_whole_tree(client, grid_worker):
    answer = client.get(URL, {"level": "street"})
    assert codes(answer) == ["110105019", "110105020"]
    assert answer.json()["results"][0] == {
        "code": "110105019",
        "name": "垡头街道",
        "level": "street",
        "parent": "110105",
        "since": None,
        "until": None,
        "successor": "",
    }


def test_under_is_the_unit_and_all_below_it(client, grid_worker):
    assert codes(client.get(URL, {"under": "110105019013"})) == [
        "110105019013",
        "110105019013001",
        "110105019013002",
    ]


def test_a_past_day_answers_with_the_tree_of_that_day(client, grid_worker):
    Unit.objects.get(code="110105019").rename(on=date(2024, 7, 1), name="新街道")
    asked = {"under": "110105019", "level": "street"}
    old = client.get(URL, asked | {"on": "2020-01-01"}).json()["results"]
    new = client.get(URL, asked).json()["results"]
    assert [old[0]["name"], new[0]["name"]] == ["垡头街道", "新街道"]


@pytest.mark.parametrize(("q", "found"), [("垡头街", ["110105019"]), ("11010502", ["110105020"])])
def test_q_is_the_beginning_of_a_name_or_a_code(client, grid_worker, q, found):
    assert codes(client.get(URL, {"q": q})) == found


def test_pages_join_without_gap_or_overlap(client, grid_worker):
    seen, after = [], ""
    while True:
        asked = {"size": 4, "under": "11"} | ({"after": after} if after else {})
        answer = client.get(URL, asked)
        seen += codes(answer)
        if not (after := answer.json()["next"]):
            break
    assert seen == sorted(Unit.objects.under("11").values_list("code", flat=True))


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"levl": "street"}, "levl", "没有这个筛选条件。"),
        ({"level": "村"}, "level", "村 不在可用的选项中"),
        ({"under": "11010"}, "under", "应为 2、4、6、9、12 或 15 位数字"),
        ({"on": "2024-13-01"}, "on", "输入一个有效的日期"),
        ({"size": "0"}, "size", "1"),
        ({"size": "501"}, "size", "500"),
        ({"after": "x"}, "after", "应为"),
        ({"q": "a\x00b"}, "q", "空字符"),
    ],
)
def test_what_is_badly_asked_is_named(client, grid_worker, asked, field, said):
    answer = client.get(URL, asked)
    assert answer.status_code == 400
    assert said in answer.json()["errors"][field][0]


def test_without_a_post_there_is_nothing_to_see(client, tree, person):
    person("")
    assert codes(client.get(URL)) == []


def test_a_stranger_is_refused(client, tree):
    assert client.get(URL).status_code in {401, 403}


def test_a_page_is_one_query(client, grid_worker, readings):
    assert readings(lambda: client.get(URL, {"under": "110105019"})) == 1
