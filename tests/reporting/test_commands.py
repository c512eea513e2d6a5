"""manage.py figures and compare: their answers to people and to machines."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reporting import published
from tests.cast import STREET

from .conftest import AGREED

pytestmark = pytest.mark.django_db


def run(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


@pytest.fixture
def report(tmp_path, monkeypatch):
    """A report of the street that prints these figures."""

    def report(*figures, year=2023):
        rows = [{"indicator": c, "number": n, "measure": m} for c, n, m in figures]
        body = {"unit": STREET, "year": year, "figures": rows}
        (tmp_path / f"{STREET}-{year}.json").write_text(json.dumps(body))
        monkeypatch.setattr(published, "FOLDER", tmp_path)

    return report


@pytest.fixture
def year(past):
    for day in ("2023-01-01", "2023-06-06", "2023-12-31"):
        past.dispute(day, *AGREED)
    past.save()


def test_figures_for_machines(year):
    answer = json.loads(run("figures", STREET, "2023", "--as-of", "2023-11-30", "--json"))

    assert list(answer) == ["unit", "year", "as_of", "figures"]
    assert (answer["unit"], answer["year"], answer["as_of"]) == (STREET, 2023, "2023-11-30")
    found = {figure["code"]: figure for figure in answer["figures"]}
    assert list(found["dispute.mediated"].items()) == [
        ("code", "dispute.mediated"),
        ("name", "成功调解（化解）矛盾纠纷数"),
        ("unit", "件"),
        ("kind", "flow"),
        ("value", 2),
        ("records", 2),
    ]
    assert found["dispute.amount"]["value"] == 2401
    assert found["dispute.screened"]["value"] is None
    assert found["org.communities"]["kind"] == "stock"


def test_figures_for_people(year):
    out = run("figures", STREET, "2023")
    assert "彭浦新村街道 2023年" in out
    assert "3件" in out
    assert "未建台账" in out


def test_compare_for_machines(year, report):
    report(
        ("dispute.mediated", "3", "件"),
        ("dispute.handled", "10余", "起"),
        ("dispute.screened", "约100", "次"),
        ("culture.sites_built", "两", "处"),
    )
    answer = json.loads(run("compare", STREET, "2023", "--json"))

    def line(code, printed, hedge, ours, verdict):
        named = ("indicator", "published", "hedge", "ours", "verdict")
        return dict(zip(named, (code, printed, hedge, ours, verdict), strict=True))

    assert answer == {
        "unit": STREET,
        "year": 2023,
        "rows": [
            line("dispute.mediated", "3", "exact", 3, "matches"),
            line("dispute.handled", "10余", "over", 3, "contradicts"),
            line("dispute.screened", "约100", "about", None, "uncheckable"),
            line("culture.sites_built", "两", "exact", None, "uncheckable"),
        ],
    }


def test_compare_for_people(year, report):
    report(("dispute.mediated", "近3", "件"), ("culture.sites_built", "两", "处"))
    title, head, *rows = run("compare", STREET, "2023").splitlines()

    assert title.endswith("：一致 1，不一致 0，无法核对 1")
    assert [cell.strip() for cell in head.split("|")] == ["指标", "系统", "报告所列", "结论"]
    assert [cell.strip() for cell in rows[0].split("|")][1:] == ["3件", "近3件", "一致（matches）"]
    assert "建成法治文化阵地数" in rows[1]
    assert "无法核对" in rows[1]


@pytest.mark.parametrize("command", ["figures", "compare"])
@pytest.mark.parametrize(
    ("unit", "year", "says"),
    [
        ("310106999", "2023", "没有代码为 310106999 的单位"),
        ("abc", "2023", "区划代码"),
        (STREET, "23", "四位年份"),
        (STREET, "2199", "尚未开始"),
    ],
)
def test_an_unknown_unit_or_year_is_told(tree, command, unit, year, says):
    with pytest.raises(CommandError, match=says):
        run(command, unit, year)


def test_compare_without_a_report_says_so(tree, report):
    report(year=2022)
    with pytest.raises(CommandError, match="没有彭浦新村街道2023年的公开报告"):
        run("compare", STREET, "2023")


def test_a_number_that_cannot_be_read_is_told(tree, report):
    report(("dispute.mediated", "若干", "件"))
    with pytest.raises(CommandError, match="读不出数字：若干"):
        run("compare", STREET, "2023")
