"""The pages of figures: every number is a link to its records, and the reader's range holds."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from reporting import published
from tests.cast import COMMUNITY, GRID, OTHER_STREET, STREET

from .conftest import AGREED

pytestmark = pytest.mark.django_db
ASKED = {"unit": STREET, "year": "2023"}


@pytest.fixture
def page(client, cast):
    """What a person sees at an address."""

    def get(who, address="/figures/", code=200, **asked):
        client.force_login(getattr(cast, who))
        response = client.get(address, asked)
        assert response.status_code == code
        return response.content.decode()

    return get


@pytest.fixture
def year(past):
    past.dispute("2023-03-05", *AGREED)
    past.dispute("2023-05-06", *AGREED, unit=COMMUNITY, sensitivity="minor")
    past.save()


def test_a_year_at_a_glance_links_each_value_to_its_records(page, year):
    shown = page("leader", **ASKED)
    address = f"/figures/dispute.mediated/records/?unit={STREET}&amp;year=2023"
    assert f'<a href="{address}">2件</a>' in shown
    assert "未建台账" in shown
    assert "达成书面或口头调解协议的纠纷" in shown


def test_it_begins_with_my_own_unit_and_this_year(page, year):
    assert "<h1>第1网格" in page("grid")


def test_i_can_choose_my_unit_and_those_below_it(page, year):
    shown = page("leader", **ASKED)
    assert f'value="{COMMUNITY}"' in shown
    assert f'value="{OTHER_STREET}"' not in shown


def test_the_closing_day_stays_in_the_bar(page, year):
    shown = page("leader", as_of="2023-06-30", **ASKED)
    assert 'name="as_of" value="2023-06-30"' in " ".join(shown.split())


def test_a_figure_shows_its_meaning_its_parts_and_their_links(page, year):
    shown = page("leader", "/figures/dispute.mediated/", split="month", **ASKED)
    assert "达成协议日期" in shown
    assert "by=month&amp;part=2023-03" in shown
    assert '<meter min="0" max="1" value="1">' in " ".join(shown.split())


def test_the_list_counts_what_is_hidden_from_the_reader(page, year):
    address = "/figures/dispute.mediated/records/"
    assert "另有1件不在您的数据范围内" in page("statistician", address, **ASKED)
    assert "数据范围内，已计入" not in page("justice", address, **ASKED)


def test_a_part_of_a_figure_lists_its_own_records(page, year):
    address = "/figures/dispute.mediated/records/"
    shown = page("justice", address, by="month", part="2023-03", **ASKED)
    assert "2023-03-05" in shown
    assert "2023-05-06" not in shown


@pytest.mark.parametrize("address", ["/figures/", "/figures/dispute.mediated/"])
def test_what_is_badly_asked_is_told_above_the_bar(page, year, address):
    shown = page("leader", address, 400, unit=STREET, year="2199")
    assert "年份：2199年尚未开始" in shown


@pytest.mark.parametrize(
    "address",
    [
        "/figures/",
        "/figures/export/",
        "/figures/compare/",
        "/figures/org.grids/",
        "/figures/org.grids/records/",
    ],
)
def test_others_figures_are_not_found_and_administrators_are_refused(page, year, address):
    page("outsider", address, 404, **ASKED)
    page("admin", address, 403, **ASKED)


def test_a_figure_that_nobody_declared_is_not_found(page, year):
    page("leader", "/figures/dispute.unheard_of/", 404, **ASKED)


def test_the_compare_table_stands_beside_the_report(page, cast, year, tmp_path, monkeypatch):
    body = '{"indicator": "dispute.mediated", "number": "近2", "measure": "件"}'
    also = '{"indicator": "culture.sites_built", "number": "两", "measure": "处"}'
    report = f'{{"unit": "{STREET}", "year": 2023, "figures": [{body}, {also}]}}'
    (tmp_path / f"{STREET}-2023.json").write_text(report)
    monkeypatch.setattr(published, "FOLDER", tmp_path)
    shown = page("leader", "/figures/compare/")
    assert "近2件" in shown
    assert "一致 1 项" in shown
    assert "报告另列 1 项，系统尚未纳入统计" in shown
    assert "没有可对照的公开年报" in page("outsider", "/figures/compare/")
    page("grid", "/figures/compare/", 404, unit=GRID, year="2023")


def test_the_table_can_be_taken_as_a_workbook(client, cast, year):
    client.force_login(cast.leader)
    sheet = load_workbook(BytesIO(client.get("/figures/export/", ASKED).content)).active
    rows = {row[0]: row[2] for row in sheet.iter_rows(values_only=True)}
    assert rows["dispute.mediated"] == 2
    assert rows["dispute.screened"] == "未建台账"
