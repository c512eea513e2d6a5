"""Importing units: once is enough, twice changes nothing, a bad file writes nothing."""

import lzma
from datetime import date

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lawgov.units.models import Unit

pytestmark = pytest.mark.django_db
GOOD = "code,name,level\n11,北京市,province\n1101,市辖区,city\n110105,朝阳区,county\n"


@pytest.fixture
def load(tmp_path, capsys):
    def load(content, name="units.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("import_units", path)
        return capsys.readouterr().out

    return load


def imported():
    return list(Unit.objects.exclude(code="0").order_by("code").values_list("code", "name"))


def test_a_second_import_changes_nothing(load):
    assert "新增 3，更名 0，不变 0" in load(GOOD)
    assert "新增 0，更名 0，不变 3" in load(GOOD)


def test_xz_and_a_byte_order_mark_are_read(load):
    load(lzma.compress(b"\xef\xbb\xbf" + GOOD.encode()), "units.csv.xz")
    assert imported() == [("11", "北京市"), ("1101", "市辖区"), ("110105", "朝阳区")]


def test_parents_may_follow_their_children(load):
    load("code,name,level\n1101,市辖区,city\n11,北京市,province\n")
    assert len(imported()) == 2


def test_a_parent_may_be_known_already(load):
    load(GOOD)
    assert "新增 1" in load("code,name,level\n110105019,垡头街道,street\n")


def test_a_new_name_is_taken_in_place_since_the_file_has_no_date(load):
    load(GOOD)
    assert "更名 1" in load(GOOD.replace("朝阳区", "新朝阳区"))
    assert Unit.objects.on(date(2020, 1, 1)).get(code="110105").name == "新朝阳区"


def test_what_the_file_lacks_stays_open(load):
    load(GOOD)
    load("code,name,level\n11,北京市,province\n")
    assert Unit.objects.current().filter(code="110105").exists()


def test_an_old_file_does_not_undo_a_dated_rename(load):
    load(GOOD)
    Unit.objects.get(code="110105").rename(on=date(2024, 7, 1), name="新朝阳区")
    load(GOOD)
    assert [unit.name for unit in Unit.objects.history("110105")] == ["朝阳区", "新朝阳区"]


def test_an_old_file_does_not_reopen_a_closed_unit(load):
    load(GOOD)
    Unit.objects.get(code="110105").close(on=date(2024, 7, 1))
    assert "新增 0" in load(GOOD)
    assert not Unit.objects.current().filter(code="110105").exists()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1101050,某街道,street", "第 5 行，code：“1101050”应为"),
        ("11010a,某区,county", "第 5 行，code：“11010a”应为"),
        ("110106,丰台区,street", "第 5 行，level：6 位代码应为 county"),
        ("110106,,county", "第 5 行，name：应为 1 至 100 个字"),
        ("110106,丰\x00台,county", "第 5 行，name：应为 1 至 100 个字"),
        (f"110106,{'丰' * 101},county", "第 5 行，name：应为 1 至 100 个字"),
        ("110105,朝阳区,county", "第 5 行，code：110105 与第 4 行重复"),
        ("120101,和平区,county", "第 5 行，code：120101 的上级 1201 不存在"),
        ("110106,丰台区", "第 5 行：应有 3 列，实有 2 列"),
    ],
)
def test_a_bad_row_is_named_and_nothing_written(load, row, said):
    with pytest.raises(CommandError) as refused:
        load(f"{GOOD}{row}\n")
    assert said in str(refused.value)
    assert imported() == []


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ("name,code\n北京市,11\n", "units.csv", "第 1 行：表头应为 code,name,level"),
        ("", "units.csv", "第 1 行：表头应为"),
        (GOOD.encode() + "110106,丰台区,county".encode("gbk"), "units.csv", "第 5 行：不是 UTF-8"),
        (GOOD, "units.csv.xz", "不是完整的 xz 压缩文件"),
        (lzma.compress(GOOD.encode())[:-20], "units.csv.xz", "不是完整的 xz 压缩文件"),
        (GOOD + '110106,"丰台区,county\n' + "丰" * 200_000, "units.csv", "不是 csv 格式"),
    ],
)
def test_a_bad_file_is_refused_whole(load, content, name, said):
    with pytest.raises(CommandError) as refused:
        load(content, name)
    assert said in str(refused.value)
    assert imported() == []


def test_a_missing_file_is_said_plainly(tmp_path):
    with pytest.raises(CommandError, match="文件打不开"):
        call_command("import_units", tmp_path / "nowhere.csv")


def test_all_faults_are_told_at_once(load):
    with pytest.raises(CommandError) as refused:
        load(f"{GOOD}1,一,province\n110106,丰台区,street\n")
    assert "第 5 行" in str(refused.value)
    assert "第 6 行" in str(refused.value)


@pytest.mark.parametrize(
    ("street", "name", "communities", "grids"),
    [
        ("310106020", "彭浦新村街道", 33, 0),
        ("440309006", "观澜街道", 17, 0),
        ("110105019", "垡头街道", 17, 192),
    ],
)
def test_the_three_streets_come_with_the_product(street, name, communities, grids):
    call_command("import_units", settings.BASE / "fixtures" / "units" / f"{street}.csv")
    below = Unit.objects.on(date(2020, 1, 1)).under(street)
    assert Unit.objects.get(code=street).name == name
    assert below.filter(level="community").count() == communities
    assert below.filter(level="grid").count() == grids
