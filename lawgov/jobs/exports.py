"""A list as a workbook: exactly the rows of the filter, no number of a person, no formula."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from lawgov.casework.web.words import Column
from lawgov.people.models import User
from lawgov.privacy.masks import mask_text
from lawgov.privacy.models import AccessLog

MOST = 5000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how one begins
WIDTH = 18
BOLD = Font(bold=True)


def safe(value: Any) -> Any:
    """A cell that can be summed or sorted where it is a number or a day; any other is text that
    no spreadsheet reads as a formula, with numbers of people masked."""
    if isinstance(value, int | float | Decimal | date):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", mask_text(str(value)))
    return f"'{text}" if text.startswith(FORMULA) else text


def workbook(
    title: str, by: User, asked: Sequence[str], columns: Sequence[Column], rows: Sequence[Any]
) -> HttpResponse:
    """The sheet as a download; it tells who made it, when, and what was asked."""
    data = sheet(title, by, asked, columns, rows[:MOST], len(rows))
    log(by, title, f"导出：{'；'.join(asked) or '全部'}")
    return attached(data, f"{title}{localtime():%Y%m%d%H%M}.xlsx")


def sheet(
    title: str,
    by: User,
    asked: Sequence[str],
    columns: Sequence[Column],
    rows: Iterable[Any],
    found: int,
    mark: str = "",
) -> bytes:
    """The workbook; `mark` stands beside name and time on every printed page."""
    book = Workbook(write_only=True)
    page = book.create_sheet(title[:31])
    for place in range(len(columns)):
        page.column_dimensions[get_column_letter(place + 1)].width = WIDTH
    watermark(page, f"{by.name} {localtime():%Y-%m-%d %H:%M} {mark}".strip())
    for line in head(title, by, asked, found):
        page.append([safe(line)])
    page.append([bold(page, column.label) for column in columns])
    for row in rows:
        page.append([safe(column.value(row)) for column in columns])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def watermark(page: Any, text: str) -> None:
    for place in (page.oddHeader, page.oddFooter):
        place.center.text = text.replace("&", "&&")


def head(title: str, by: User, asked: Iterable[str], found: int) -> list[str]:
    count = f"共 {found} 条"
    if found > MOST:
        count = f"符合条件的超过 {MOST} 条，本表只有最近的 {MOST} 条，请缩小条件分次导出"
    return [
        title,
        f"制表人：{by.name}",
        f"制表时间：{localtime():%Y-%m-%d %H:%M}",
        f"条件：{'；'.join(asked) or '无（数据范围内全部）'}",
        f"条数：{count}",
    ]


def bold(page: Any, text: str) -> Any:
    cell = WriteOnlyCell(page, safe(text))
    cell.font = BOLD
    return cell


def log(by: User, title: str, what: str, job: int = 0) -> None:
    AccessLog.objects.create(
        by=by, subject=title, object_kind="export", object_id=job, field="列表",
        reason=mask_text(what)[:200], allowed=True,
    )  # fmt: skip


def attached(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["Cache-Control"] = "no-store"
    return response
