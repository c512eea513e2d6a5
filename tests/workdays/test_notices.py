"""Loading a year's notice: who keeps deadlines is told, and a bad file changes nothing."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from lawgov.workdays import calendar
from lawgov.workdays.apps import seed
from lawgov.workdays.models import Holiday, HolidayYear

pytestmark = pytest.mark.django_db
NOTICE = "date,working,name\n2027-01-01,0,元旦\n2027-01-02,0,元旦\n2027-01-03,1,元旦\n"


@pytest.fixture
def load(tmp_path, capsys, django_capture_on_commit_callbacks):
    def load(content, name="notice.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with django_capture_on_commit_callbacks(execute=True):
            call_command("import_workdays", path)
        return capsys.readouterr().out

    return load


@pytest.fixture
def told(monkeypatch):
    years = []
    monkeypatch.setattr(calendar, "changed", [years.append])
    return years


def workbook(path, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path.read_bytes()


def test_the_product_knows_2020_to_2026():
    assert set(HolidayYear.objects.values_list("year", flat=True)) == set(range(2020, 2027))


def test_what_people_edited_is_not_seeded_over():
    Holiday.objects.filter(day=date(2026, 1, 2)).delete()
    seed(using="default")
    assert not Holiday.objects.filter(day=date(2026, 1, 2)).exists()


def test_a_loaded_year_is_no_longer_provisional(load):
    assert calendar.add(date(2026, 12, 31), 1, working=True) == (date(2027, 1, 1), True)
    load(NOTICE)
    assert calendar.add(date(2026, 12, 31), 1, working=True) == (date(2027, 1, 3), False)


def test_the_same_notice_twice_changes_nothing(load):
    assert "新增 3，更改 0，不变 0" in load(NOTICE)
    assert "新增 0，更改 0，不变 3" in load(NOTICE)


def test_a_corrected_notice_changes_its_day(load):
    load(NOTICE)
    assert "更改 1" in load(NOTICE.replace("2027-01-03,1", "2027-01-03,0"))
    assert not calendar.is_workday(date(2027, 1, 3))


def test_a_day_in_december_does_not_load_the_year_before(load):
    load("date,working,name\n2027-12-31,0,元旦\n2028-01-03,0,元旦\n")
    assert not HolidayYear.objects.filter(year=2027).exists()
    assert HolidayYear.objects.get(year=2028).notice == "国务院办公厅关于2028年部分节假日安排的通知"


def test_a_workbook_is_read_like_a_csv(load, tmp_path):
    rows = [["日期", "上班", "名称"], [date(2027, 1, 1), 0, "元旦"], ["2027-01-03", "是", "元旦"]]
    load(workbook(tmp_path / "book.xlsx", rows), "notice.xlsx")
    loaded = Holiday.objects.filter(day__year=2027).order_by("day")
    assert list(loaded.values_list("day", "working")) == [
        (date(2027, 1, 1), False),
        (date(2027, 1, 3), True),
    ]


def test_who_keeps_deadlines_is_told_the_years(load, told):
    load(NOTICE)
    assert told == [{2027}]


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ("day,working,name\n", "n.csv", "第 1 行：表头应为 date,working,name"),
        ("date,working,name\n", "n.csv", "没有任何日期"),
        (NOTICE + "2027-13-01,0,元旦\n", "n.csv", "第 5 行，日期：“2027-13-01”"),
        (NOTICE + "2027-05-01,也许,劳动节\n", "n.csv", "第 5 行，上班：“也许”"),
        (NOTICE + "2027-05-01,0,\n", "n.csv", "第 5 行，名称"),
        (NOTICE + "2027-05-01,0\n", "n.csv", "第 5 行：应有日期、上班、名称三列"),
        (NOTICE + "2027-01-01,0,元旦\n", "n.csv", "第 5 行，日期：2027-01-01 重复"),
        (NOTICE.encode("gbk"), "n.csv", "不是 UTF-8 编码"),
        (b"PK\x03\x04 no workbook", "n.xlsx", "不是可以打开的 xlsx 工作簿"),
        (NOTICE, "n.xlsx", "不是可以打开的 xlsx 工作簿"),
        (b"", "n.xlsx", "不是可以打开的 xlsx 工作簿"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_written(load, told, content, name, said):
    with pytest.raises(CommandError) as refused:
        load(content, name)
    assert said in str(refused.value)
    assert not Holiday.objects.filter(day__year=2027).exists()
    assert told == []


def test_a_missing_file_is_said_plainly(tmp_path):
    with pytest.raises(CommandError, match="找不到文件"):
        call_command("import_workdays", tmp_path / "nowhere.csv")


@pytest.mark.django_db(transaction=True)
def test_an_emptied_database_is_seeded_again():
    call_command("flush", interactive=False, verbosity=0)
    assert HolidayYear.objects.count() == 7
