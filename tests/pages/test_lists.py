"""Lists show what is in scope and nothing else; the sheet holds exactly what the list holds."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from lawgov.casework import paging
from lawgov.casework.models import Entry
from lawgov.casework.web import forms
from lawgov.jobs import exports
from lawgov.privacy.models import AccessLog
from lawgov.units import scope
from tests.cast import COMMUNITY, GRID, SIBLING, dispute_in, logged

pytestmark = pytest.mark.django_db


def numbers(page: str) -> list[str]:
    return re.findall(
        r'<th scope="row" data-label="编号" class="text-nowrap">\s*<a [^>]*>([^<]+)</a>', page
    )


def sheet(browser, query: str = "") -> list[tuple]:
    answer = browser.get(f"/disputes/export/?{query}")
    assert answer.status_code == 200
    return list(load_workbook(BytesIO(answer.content)).active.values)


def test_the_list_shows_the_own_range_and_hides_the_next_one(cast, as_):
    ours, theirs = logged(cast.grid), logged(cast.neighbour, unit=SIBLING)

    assert numbers(as_(cast.community).see("/disputes/")) == [ours.number]
    assert numbers(as_(cast.neighbour).see("/disputes/")) == [theirs.number]
    assert numbers(as_(cast.leader).see("/disputes/")) == [theirs.number, ours.number]


def test_a_case_of_a_minor_is_shown_to_trusted_roles_only(cast, as_):
    logged(cast.grid, sensitivity="minor")

    assert numbers(as_(cast.mediator).see("/disputes/")) == []
    assert len(numbers(as_(cast.justice).see("/disputes/"))) == 1


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("state=accepted", ["accepted"]),
        ("q=停车", ["parking"]),
        ("q=停车+人调字", ["parking"]),
        ("q=停车+漏水", []),
        (f"unit={SIBLING}", ["sibling"]),
        (f"desk={COMMUNITY}", ["accepted", "parking"]),
        ("type=labour", ["parking"]),
        ("channel=court", ["sibling"]),
        ("risk=high", ["sibling"]),
        ("closed=2020", []),
        ("tray=todo", ["accepted", "parking", "sibling"]),
        ("opened_to=2020-01-01", []),
    ],
)
def test_each_filter_finds_what_it_says(cast, as_, asked, found):
    cases = {
        "accepted": dispute_in("accepted", cast),
        "parking": logged(cast.grid, title="停车纠纷", type="labour"),
        "sibling": logged(cast.neighbour, unit=SIBLING, channel="court", risk="high"),
    }

    shown = numbers(as_(cast.mediator).see(f"/disputes/?{asked}"))

    assert sorted(shown) == sorted(cases[name].number for name in found)
    assert {row[0] for row in sheet(as_(cast.mediator), asked)[6:]} == set(shown)


def test_pages_by_key_show_every_case_once(cast, as_, monkeypatch):
    made = [logged(cast.grid).number for _ in range(5)]
    browser, url, seen = as_(cast.community), "/disputes/?size=2", []

    while url:
        page = browser.see(url)
        seen += numbers(page)
        following = re.search(r'href="([^"]*after=[^"]*)"[^>]*>下一页', page)
        url = f"/disputes/{following[1]}".replace("&amp;", "&") if following else ""

    assert seen == made[::-1]


def test_htmx_gets_the_rows_only_with_their_count(cast, as_):
    logged(cast.grid)

    page = as_(cast.grid).get("/disputes/", headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in page
    assert re.search(r'id="count" hx-swap-oob="innerHTML">\s*本页 1 条', page)


def test_the_sheet_tells_who_when_and_what_and_masks_names_and_numbers(cast, as_):
    logged(cast.grid, title="电话13812345678的纠纷", parties=[
        {"side": "applicant", "name": "欧阳锋", "phone": "13812345678"},
        {"side": "respondent", "name": "张三"},
    ])  # fmt: skip

    rows = sheet(as_(cast.mediator), "q=纠纷&channel=police")
    text = str(rows)

    assert rows[1][0] == "制表人：mediator"
    assert rows[3][0] == "条件：编号或名称：纠纷；来源：派出所移送"
    assert "欧阳某" in text
    assert "张某" in text
    assert "138****5678" in text
    assert "13812345678" not in text
    assert "欧阳锋" not in text


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_no_cell_of_the_sheet_is_a_formula(cast, as_, first):
    logged(cast.grid, title=f"{first}1+1")

    assert sheet(as_(cast.mediator))[6][1] == f"'{first}1+1"


def test_a_sheet_that_cannot_hold_all_says_so(cast, as_, monkeypatch):
    monkeypatch.setattr("lawgov.jobs.exports.MOST", 2)
    for _ in range(3):
        logged(cast.grid)

    rows = sheet(as_(cast.mediator))

    assert rows[4][0] == "条数：符合条件的超过 2 条，本表只有最近的 2 条，请缩小条件分次导出"
    assert len(rows[6:]) == 2


def test_the_sheet_of_rounds_holds_what_their_list_holds(cast, as_):
    for found in ("nothing", "dispute", "nothing"):
        Entry.log("screening", by=cast.grid, unit=GRID, type="patrol", found=found)
    Entry.log("screening", by=cast.neighbour, unit=SIBLING, type="visit", found="nothing")
    browser = as_(cast.community)

    listed = browser.see("/screenings/?found=nothing").count('data-label="登记人"')
    answer = browser.get("/screenings/export/?found=nothing")

    rows = list(load_workbook(BytesIO(answer.content)).active.values)[6:]
    assert listed == len(rows) == 2
    assert {row[0] for row in rows} == {"第一居委会第1网格"}


def test_who_sees_very_much_chooses_among_the_nearest_units(tree, monkeypatch):
    monkeypatch.setattr(forms, "MOST_UNITS", 4)

    offered = forms.unit_choices([scope.span("310106")])

    assert offered == [
        ("310106", "静安区"), ("310106019", "临汾路街道"), ("310106020", "彭浦新村街道"),
    ]  # fmt: skip


def test_an_export_stands_in_the_access_log(cast, as_):
    sheet(as_(cast.leader), f"unit={GRID}")

    row = AccessLog.objects.get()
    assert row.by == cast.leader
    assert "第1网格" in row.reason or GRID in row.reason


def test_a_page_holds_at_most_two_hundred(cast, as_):
    as_(cast.mediator).see(f"/disputes/?size={paging.MOST}")
    as_(cast.mediator).see(f"/disputes/?size={paging.MOST + 1}", 400)
    assert exports.MOST == 5000
