"""Loading holiday notices from csv or xlsx: all rows or none."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from python_calamine import CalamineError, CalamineWorkbook

from . import calendar
from .models import Holiday, HolidayYear

HEADERS = (["date", "working", "name"], ["日期", "上班", "名称"])
WORKING = {"1": True, "true": True, "是": True, "0": False, "false": False, "否": False}


@dataclass
class Tally:
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def load(path: Path, notice: str = "") -> Tally:
    """Add and change days; a day the file lacks stays: a notice may reach into two years."""
    days = read(path)
    # A notice may begin in the last days of December; its own year is where the rest lies.
    years = {day.day.year for day in days if day.day.month < 12}
    with transaction.atomic():
        tally = _store(days)
        for year in years:
            title = notice or f"国务院办公厅关于{year}年部分节假日安排的通知"
            HolidayYear.objects.update_or_create(year=year, defaults={"notice": title})
        calendar.announce(years | {day.day.year for day in days})
    return tally


def read(path: Path) -> list[Holiday]:
    rows = _csv_rows(path) if path.suffix.lower() == ".csv" else _workbook_rows(path)
    header = [str(cell).strip().lower() for cell in next(rows, [])]
    if header not in HEADERS:
        raise ValidationError("第 1 行：表头应为 date,working,name（或 日期,上班,名称）。")
    days: dict[date, Holiday] = {}
    for line, row in enumerate(rows, 2):
        if any(str(cell).strip() for cell in row):
            holiday = _holiday(line, row)
            if holiday.day in days:
                raise ValidationError(f"第 {line} 行，日期：{holiday.day:%Y-%m-%d} 重复。")
            days[holiday.day] = holiday
    if not days:
        raise ValidationError("文件里没有任何日期。")
    return list(days.values())


def _csv_rows(path: Path) -> Any:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return iter(list(csv.reader(file)))
    except UnicodeDecodeError:
        raise ValidationError("文件不是 UTF-8 编码，请另存为 UTF-8 的 csv。") from None
    except csv.Error:
        raise ValidationError("文件不是 csv。") from None


def _workbook_rows(path: Path) -> Any:
    try:
        return iter(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    except (CalamineError, OSError):
        raise ValidationError("文件不是可以打开的 xlsx 工作簿。") from None


def _holiday(line: int, row: list[Any]) -> Holiday:
    if len(row) < 3:
        raise ValidationError(f"第 {line} 行：应有日期、上班、名称三列。")
    day, working, name = row[:3]
    return Holiday(
        day=_day(line, day), working=_working(line, working), name=_name(line, str(name).strip())
    )


def _day(line: int, cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return date.fromisoformat(str(cell).strip())
    except ValueError:
        raise ValidationError(
            f"第 {line} 行，日期：“{str(cell)[:30]}”不是 2026-01-01 这样的日期。"
        ) from None


def _working(line: int, cell: Any) -> bool:
    text = str(int(cell)) if isinstance(cell, float) else str(cell).strip().lower()
    if text not in WORKING:
        raise ValidationError(f"第 {line} 行，上班：“{text[:30]}”应为 1（上班）或 0（放假）。")
    return WORKING[text]


def _name(line: int, text: str) -> str:
    if not text or len(text) > 50 or "\x00" in text:
        raise ValidationError(f"第 {line} 行，名称：应为 1 至 50 个字。")
    return text


def _store(days: Iterable[Holiday]) -> Tally:
    tally, known = Tally(), Holiday.objects.in_bulk()
    for new in days:
        old = known.get(new.day)
        if old is None:
            tally.added += 1
        elif (old.working, old.name) != (new.working, new.name):
            tally.changed += 1
        else:
            tally.unchanged += 1
            continue
        new.save()
    return tally
