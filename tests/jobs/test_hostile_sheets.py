"""Sheets that are out to harm, or that a spreadsheet has spoilt: refused, or one plain meaning."""

import re
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from lawgov.casework.facts import Wrong
from lawgov.casework.hours import Hour
from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts
from lawgov.jobs import sheets, vault
from lawgov.jobs.columns import Column, raw
from lawgov.jobs.rows import Bad, Judge
from lawgov.jobs.subjects import subject

from .conftest import book, confirmed, row, saved, sent

pytestmark = pytest.mark.django_db
ID = "当事人1：身份证号"


def judged(cast, data: bytes):
    found = Judge(subject("dispute"), sheets.read(data), cast.grid)
    return list(found.readings())


def faults(cast, data: bytes) -> dict[str, str]:
    return {label: why for one in judged(cast, data) if isinstance(one, Bad)
            for label, why in one.faults}  # fmt: skip


def facts(cast, data: bytes):
    (one,) = judged(cast, data)
    assert not isinstance(one, Bad), one
    return one.facts


def refused(data: bytes) -> str:
    with pytest.raises(BadFacts) as bad:
        sheets.read(data)
    return str(bad.value)


def edited(data: bytes, name: str, change) -> bytes:
    """The workbook with one of its files rewritten."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            text = old.read(entry)
            new.writestr(entry, change(text.decode()).encode() if entry == name else text)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
FORMULAS = ["=cmd|'/c calc'!A0", "=WEBSERVICE(\"http://x\")", "+1+1", "-2", "@SUM(A1)", "\t=1+1",
            "=HYPERLINK(\"http://x\",\"看\")"]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_text(cast, text):
    made = Workbook()
    made.active.append(list(row()))
    made.active.append(list(row(纠纷名称=text).values()))
    for cell in made.active[2]:
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type

    assert facts(cast, saved(made))["title"] == text.strip()


@pytest.mark.parametrize("text", ["=1+1", "-2", "@x"])
def test_a_formula_is_never_worked_out(cast, text):
    """openpyxl writes it as a formula without a result: so there is nothing."""
    if not text.startswith("="):
        assert facts(cast, book(row(纠纷名称=text)))["title"] == text
    else:
        assert faults(cast, book(row(纠纷名称=text))) == {"纠纷名称": "必填"}


@pytest.mark.parametrize("text", FORMULAS)
def test_the_error_book_holds_no_formula(cast, text):
    made = Workbook()
    made.active.append(list(row()))
    made.active.append(list(row(纠纷名称=text, 来源="月球").values()))
    for cell in made.active[2]:
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    job = sent(cast.grid, saved(made))
    inner = zipfile.ZipFile(BytesIO(vault.fetch(job.errors))).read(SHEET).decode()
    assert "<f>" not in inner
    assert 't="inlineStr"' in inner or 't="s"' in inner


@pytest.mark.parametrize("number", [3.20106199001011e17, 110105194912310021, 1.5e15])
def test_an_id_that_became_a_number_is_refused_with_the_remedy(cast, number):
    assert "设为文本" in faults(cast, book(row(**{ID: number})))[ID]


@pytest.mark.parametrize("text", ["3.2E+17", "1.10105E+17", "1e+17"])
def test_so_is_one_that_a_csv_kept_as_it_was_shown(cast, text):
    csv = ",".join(row(**{ID: 1})) + "\n" + ",".join(row(**{ID: text}).values())
    assert "设为文本" in faults(cast, csv.encode())[ID]


def test_leading_zeros_are_kept(cast):
    assert facts(cast, book(row(来源编号="007")))["source_number"] == "007"


def test_a_phone_that_is_a_number_is_the_same_phone(cast):
    given = facts(cast, book(row(**{"当事人1：联系电话": 13812345678.0})))
    assert given["parties"][0]["phone"] == "13812345678"


@pytest.mark.parametrize(
    "value",
    [date(2026, 1, 5), datetime(2026, 1, 5), "2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日"],
)
def test_a_day_has_one_meaning_however_it_is_written(cast, value):
    assert facts(cast, book(row(登记日期=value)))["on"] == date(2026, 1, 5)


def test_a_day_of_the_1904_calendar_is_the_same_day(cast):
    made = Workbook()
    made.epoch = CALENDAR_MAC_1904
    made.active.append(list(row()))
    made.active.append(list(row(登记日期=date(2026, 1, 5)).values()))

    assert facts(cast, saved(made))["on"] == date(2026, 1, 5)


@pytest.mark.parametrize(
    "value", ["1/5/2026", "05-01-2026", 46027, 46027.0, "昨天", datetime(2026, 1, 5, 8, 30), True]
)
def test_a_day_with_two_meanings_or_none_is_refused(cast, value):
    assert "2026-01-31" in faults(cast, book(row(登记日期=value)))["登记日期"]


@pytest.mark.parametrize("cell", ["9:30", "09：30", {"moment": "09:30:00"}])
def test_an_hour_has_one_meaning_however_it_is_written(cell):
    column = Column("时刻", ("at",), Hour("时刻"), True)
    assert column.fact.read(raw(cell, column)) == time(9, 30)


@pytest.mark.parametrize("cell", [0.395833, "25:00", "上午", {"moment": "09:30:15"}])
def test_an_hour_that_is_none_is_refused(cell):
    column = Column("时刻", ("at",), Hour("时刻"), True)
    with pytest.raises(Wrong):
        column.fact.read(raw(cell, column))


def test_money_of_a_spreadsheet_has_no_digits_of_its_own(cast):
    assert facts(cast, book(row(标的金额=0.1 + 0.2)))["amount"] == 30
    assert facts(cast, book(row(标的金额="1,200.50元")))["amount"] == 120050
    assert "两位小数" in faults(cast, book(row(标的金额=1.005)))["标的金额"]


def test_merged_cells_are_refused_where_they_lie():
    made = Workbook()
    made.active.append(list(row()))
    made.active.append(list(row().values()))
    made.active.merge_cells("B2:B3")

    assert "合并单元格（第2行第2列）" in refused(saved(made))


def test_a_wrong_head_is_named(cast):
    made = Workbook()
    made.active.append(["某街道纠纷台账"])
    made.active.append(list(row()))
    data = saved(made)
    with pytest.raises(BadFacts) as bad:
        judged(cast, data)

    assert "不认识“某街道纠纷台账”" in str(bad.value)
    assert "缺少“所属单位”" in str(bad.value)


def test_a_column_twice_is_refused(cast):
    csv = ",".join([*row(), "来源"]) + "\n" + ",".join([*row().values(), "court"])
    with pytest.raises(BadFacts, match="“来源”出现了两次"):
        judged(cast, csv.encode())


def test_a_line_that_is_longer_than_the_head_is_a_bad_row(cast):
    csv = ",".join(row()) + "\n" + ",".join([*row().values(), "多"])
    assert faults(cast, csv.encode()) == {"": "单元格多于表头"}


def locked() -> bytes:
    """What a spreadsheet program writes under a password: an OLE container of one sealed stream."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
    )


def test_a_sheet_with_a_password_is_refused():
    assert "密码" in refused(locked())


def test_an_archive_with_a_password_is_refused():
    data = bytearray(book(row()))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(data)):
            data[found.start() + place] |= 1
    assert "加密" in refused(bytes(data))


def test_an_old_xls_is_refused_with_the_remedy():
    assert "另存为 xlsx" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_csv_is_read_in_the_encoding_it_has(cast, encoding):
    csv = ",".join(row()) + "\n" + ",".join(row(纠纷名称="垡头的㙍事").values()) + "\n"
    data = csv.encode(encoding, "replace") if encoding != "gbk" else csv.encode("gb18030")
    assert facts(cast, data)["title"] == "垡头的㙍事"


@pytest.mark.parametrize("data", [b"\xff\xfe\xfa", bytes(range(128, 256)) * 9, b"a\x00b"])
def test_what_is_no_text_is_refused(data):
    assert "不是 xlsx" in refused(data)


def test_an_open_quote_is_refused():
    assert "引号" in refused('所属单位,纠纷名称\n1,"没有收住'.encode())


def entity(kind: str) -> str:
    if kind == "outside":
        return '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY l0 "哈">{laughs}]>'


@pytest.mark.parametrize(("kind", "name"), [("outside", "&e;"), ("laughs", "&l11;")])
def test_entities_are_not_followed(kind, name):
    data = edited(
        book(row(纠纷名称="TITLE")),
        SHEET,
        lambda text: entity(kind) + text.replace("TITLE", name),
    )
    assert "不能读取" in refused(data)


def test_a_shared_text_that_is_not_there_is_refused():
    data = edited(
        book(row(纠纷名称="TITLE")),
        SHEET,
        lambda text: text.replace('t="inlineStr"><is><t>TITLE</t></is>', 't="s"><v>99999</v>'),
    )
    assert "不能读取" in refused(data)


def test_links_to_other_files_are_left_alone(cast):
    made = Workbook()
    made.active.append(list(row()))
    made.active.append(list(row().values()))
    made.active["B2"].hyperlink = "file://10.0.0.1/share/x"
    data = edited(
        saved(made),
        "xl/workbook.xml",
        lambda text: text.replace(
            "</workbook>",
            '<externalReferences><externalReference r:id="rId99" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
            "</externalReferences></workbook>",
        ),
    )

    assert facts(cast, data)["title"] == "楼上漏水"


@pytest.mark.parametrize("columns", [61, 16384])
def test_too_many_columns_are_refused(columns):
    made = Workbook(write_only=True)
    sheet = made.create_sheet("x")
    sheet.append([f"列{n}" for n in range(columns)])
    assert "列" in refused(saved(made))


def test_too_many_columns_of_a_csv_are_refused():
    assert "60列" in refused(("a," * 65537).encode() + b"a\n")


def test_too_many_rows_are_refused():
    assert "20000行" in refused(b"a\n" * 20_002)


def test_a_cell_in_the_farthest_corner_costs_nobody_his_memory():
    data = edited(
        book(row()),
        SHEET,
        lambda text: text.replace(
            "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
    )
    assert refused(data)


def bomb(size: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * size)
    return out.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert "过大" in refused(bomb(200 * 1024 * 1024))
    assert "过大" in refused(bomb(20 * 1024 * 1024))


def test_an_archive_of_too_many_files_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n in range(201):
            archive.writestr(f"{n}.xml", b"x" * 1000)
    assert "部分过多" in refused(out.getvalue())


def test_a_bomb_that_lies_about_its_size_ends_only_the_reader():
    data = bytearray(bomb(60 * 1024 * 1024))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(data))


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK", b"PK\x05\x06" + b"\0" * 18, book(row())[:900]]
)
def test_a_broken_archive_is_refused(data):
    assert refused(data)


def test_nothing_at_all_is_no_import(cast):
    assert sent(cast.grid, book(row())[:0] or b"\n").state == "failed"


@pytest.mark.parametrize("text", ["a\x00b".replace("\x00", "\u202e"), "楼\u0301" + "\u0301" * 50])
def test_unclean_text_is_a_fault_of_its_cell(cast, text):
    assert "纠纷名称" in faults(cast, book(row(纠纷名称=text)))


def test_the_sample_and_blank_lines_are_no_rows(cast):
    data = book({"序号": "示例", **row(来源="月球")}, {"序号": 1, **row()}, {"序号": 2})
    job = confirmed(sent(cast.grid, data))

    assert (job.tally["rows"], Case.objects.count()) == (1, 1)


def test_a_required_choice_by_code_or_by_word(cast):
    assert facts(cast, book(row(来源="police")))["channel"] == "police"
    assert facts(cast, book(row(来源=" 派出所移送 ")))["channel"] == "police"


def test_the_reader_is_a_program_of_its_own():
    """It must not load the product: it is started for each file, and it may be killed."""
    words = [sys.executable, "-I", "-X", "importtime", str(sheets.READER)]
    done = subprocess.run(words, input=b"a\n", capture_output=True, text=False, check=True)
    assert b"django" not in done.stderr
