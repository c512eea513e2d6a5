"""Reads one sheet or csv from stdin and prints its cells as JSON: a program of its own, with its
own memory and time, so that a hostile file ends this process and nothing else.

It is started by path and imports nothing of ours. What is wrong is printed as {"fault": "..."}.
"""

import csv
import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import Any

MEMORY = 768 * 1024 * 1024  # of address space; a sheet within the limits needs a third of it
SECONDS = 30
MOST_ROWS, MOST_COLUMNS = 20_000, 60
HEADS = 1
GUIDE = "填写说明"
VERSION = "模板版本"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Fault(Exception):  # noqa: N818 - what it says
    """Why the file is not read."""


def main(data: bytes) -> dict[str, Any]:
    if data.startswith(OLE):
        raise Fault(
            "文件有密码保护，请取消密码后上传"
            if "EncryptedPackage".encode("utf-16-le") in data
            else "是旧版表格（.xls），请另存为 xlsx 后上传"
        )
    return of_workbook(data) if data.startswith(b"PK") else {"rows": of_csv(data), "version": ""}


def of_workbook(data: bytes) -> dict[str, Any]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    shown = [
        about.name
        for about in book.sheets_metadata
        if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet
    ]
    if not shown:
        raise Fault("文件中没有可读的工作表")
    rows = cells(book.get_sheet_by_name(shown[0]))
    version = version_in(cells(book.get_sheet_by_name(GUIDE))) if GUIDE in shown else ""
    return {"rows": rows, "version": version}


def cells(sheet: Any) -> list[list[Any]]:
    if merged := sheet.merged_cell_ranges:
        (row, column), _ = merged[0]
        raise Fault(f"有合并单元格（第{row + 1}行第{column + 1}列），请取消合并后上传")
    if sheet.total_height > MOST_ROWS + HEADS + 1000 or sheet.total_width > 1000:
        raise Fault(too_large())
    return fit([[told(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)])


def told(cell: Any) -> Any:
    """A cell in JSON: text, number, truth, or a day under its own mark."""
    if isinstance(cell, datetime):
        midnight = cell.time() == time()
        return {"day": cell.date().isoformat()} if midnight else {"moment": cell.isoformat(" ")}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    if isinstance(cell, time | timedelta):
        return {"moment": str(cell)}
    return None if cell == "" else cell


def version_in(rows: list[list[Any]]) -> str:
    for row in rows[:5]:
        if row and row[0] == VERSION:
            return str(row[1]) if len(row) > 1 else ""
    return ""


def of_csv(data: bytes) -> list[list[Any]]:
    text = decoded(data)
    first = text.partition("\n")[0]
    marks = "\t" if "\t" in first and "," not in first else ","
    lines: list[list[Any]] = []
    for line in csv.reader(StringIO(text, newline=""), delimiter=marks, strict=True):
        lines.append([cell or None for cell in line])
        if len(lines) > MOST_ROWS + HEADS + 1000:
            raise Fault(too_large())
    return fit(lines)


def decoded(data: bytes) -> str:
    """UTF-8, or what Chinese spreadsheets save by themselves; never a text of wrong letters."""
    encodings = next((name for mark, name in BOMS if data.startswith(mark)), "")
    for encoding in [encodings] if encodings else ["utf-8", "gb18030"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Fault("不是 xlsx，也不是 UTF-8 或 GBK 编码的 csv 文件")


def fit(rows: list[list[Any]]) -> list[list[Any]]:
    """Without the blank cells and lines at the end; what remains must be within the limits."""
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    if len(rows) > MOST_ROWS + HEADS or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Fault(too_large())
    return rows


def too_large() -> str:
    return f"超过{MOST_ROWS}行或{MOST_COLUMNS}列，请按模板分次导入"


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    limit()
    try:
        found = main(sys.stdin.buffer.read())
    except Fault as fault:
        found = {"fault": str(fault)}
    except csv.Error:
        found = {"fault": "csv 的引号或分隔有误，不能读取"}
    except BaseException as error:  # Rust's panics too: whatever it is, the file is not read
        if type(error).__name__ == "PasswordError":
            found = {"fault": "文件有密码保护，请取消密码后上传"}
        else:
            found = {"fault": "文件内容异常，不能读取；请用模板重新填写"}
    json.dump(found, sys.stdout)
