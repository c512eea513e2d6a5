"""The workbook that people fill in: head, notes, drop-downs, a sample; and the one of errors."""

from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.utils.timezone import localdate
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lawgov.casework.facts import (
    Checked,
    Choice,
    Day,
    Fact,
    Flag,
    Integer,
    Listed,
    Money,
    People,
    Person,
    Place,
    Several,
    Text,
)
from lawgov.casework.hours import Hour
from lawgov.casework.web.forms import unit_choices
from lawgov.people.models import User
from lawgov.units.models import full_names

from .columns import MARK, SAMPLE, UNIT, WHY, Column, Layout
from .exports import BOLD, FORMULA, bold
from .reading import GUIDE, MOST_COLUMNS, MOST_ROWS, VERSION
from .rows import Bad

LISTS = "选项"
WIDTHS = {MARK: 8, UNIT: 24, WHY: 50}
WIDTH = 16
RED = Font(bold=True, color="C00000")
SAMPLED = PatternFill("solid", fgColor="F2F2F2")
WRAPPED = Alignment(wrap_text=True, vertical="top")
YES = ("是", "否")
SHOWN = (Flag, Day, Integer, Money)  # of what need not be filled in
FORMATS: tuple[tuple[type[Fact], str], ...] = (
    (Several, "可填多项，用顿号分开"), (Choice, "从下拉中选一项"), (Flag, "填“是”或“否”"),
    (Day, "日期，如 2026-01-31"), (Hour, "时刻，如 09:30"),
    (Money, "金额，单位元，最多两位小数"), (Integer, "整数"),
    (Checked, "请按文本填写，避免长数字被改写"), (Place, "单位代码"), (Person, "登录名"),
    (People, "登录名，可填多人，用顿号分开"),
    (Text, "文字"),
)  # fmt: skip


def template(layout: Layout, user: User | None) -> bytes:
    """A blank workbook with one sample row, which is not imported."""
    return Filled(layout, user).made([sample(layout, user)], with_why=False)


def error_book(layout: Layout, user: User | None, rows: Iterable[Bad]) -> bytes:
    """The bad rows alone, as they came, each with what is wrong: to be mended and sent again."""
    lines = ({MARK: f"原第{row.line}行", **row.cells, WHY: spoken(row.faults)} for row in rows)
    return Filled(layout, user).made(lines, with_why=True)


def spoken(faults: Iterable[tuple[str, str]]) -> str:
    return "；".join(f"{label}：{why}" if label else why for label, why in faults)


class Filled:
    """A workbook in the layout of a subject."""

    def __init__(self, layout: Layout, user: User | None) -> None:
        self.layout = layout
        self.book = Workbook(write_only=True)
        self.units = units_of(layout, user)

    def made(self, lines: Iterable[dict[str, Any]], *, with_why: bool) -> bytes:
        labels = [*self.layout.labels, *([WHY] if with_why else [])]
        sheet = self.book.create_sheet(self.layout.subject.label[:31])
        sheet.freeze_panes = "C2"
        for place, label in enumerate(labels, 1):
            sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(label, WIDTH)
        self.offer(sheet)
        sheet.append([self.head(sheet, label) for label in labels])
        for line in lines:
            sheet.append([self.cell(sheet, line.get(label), line) for label in labels])
        self.guide()
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def head(self, sheet: Any, label: str) -> Any:
        column = next((c for c in self.layout.columns if c.label == label), None)
        must = label == UNIT or bool(column and column.required)
        cell = WriteOnlyCell(sheet, f"{label}*" if must else label)
        cell.font = RED if must else BOLD
        cell.alignment = WRAPPED
        if note := "；".join(notes(label, column)):
            cell.comment = Comment(note, "模板", width=260, height=90)
        return cell

    def cell(self, sheet: Any, value: Any, line: dict[str, Any]) -> Any:
        """Text stays text: no formula, no number made of an ID; a day and a number are theirs."""
        if isinstance(value, dict):
            value = value.get("day") or value.get("moment")
        if value is None:
            return None
        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell = WriteOnlyCell(sheet, value)
        if isinstance(value, str):
            cell.data_type = "s"
            cell.number_format = "@"
            cell.quotePrefix = value.startswith(FORMULA)
        if line.get(MARK) == SAMPLE:
            cell.fill = SAMPLED
        return cell

    def offer(self, sheet: Any) -> None:
        """A drop-down for each choice; its words lie in a sheet of their own, since a list that
        stands in the rule itself may be 255 letters long at most."""
        lists = self.book.create_sheet(LISTS)
        lists.sheet_state = "hidden"
        wanted = [(UNIT, self.units)]
        wanted += [(c.label, offered(c.fact)) for c in self.layout.columns if offered(c.fact)]
        columns: dict[tuple[str, ...], str] = {}
        for label, words in wanted:
            letter = columns.setdefault(tuple(words), get_column_letter(len(columns) + 1))
            place = get_column_letter(self.layout.labels.index(label) + 1)
            if words:
                rule = DataValidation("list", f"{LISTS}!${letter}$1:${letter}${len(words)}")
                rule.allow_blank, rule.showErrorMessage = True, label != UNIT
                rule.error = "请从下拉中选择"
                rule.add(f"{place}2:{place}{MOST_ROWS + 1}")
                sheet.data_validations.append(rule)
        longest = max(map(len, columns), default=0)
        for n in range(longest):
            lists.append([words[n] if n < len(words) else None for words in columns])

    def guide(self) -> None:
        """填写说明: how, and each column with what it takes."""
        sheet = self.book.create_sheet(GUIDE)
        for place, width in enumerate((28, 10, 60), 1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.append([VERSION, self.layout.version])
        for line in HOW:
            sheet.append([line])
        sheet.append([bold(sheet, word) for word in ("栏目", "必填", "填法")])
        for label in self.layout.labels:
            column = next((c for c in self.layout.columns if c.label == label), None)
            must = label == UNIT or bool(column and column.required)
            sheet.append([label, "必填" if must else "", "；".join(notes(label, column))])


HOW = (
    "一行一条，从第2行起填；带 * 的必填；表头和栏目名称不要改动，不要合并单元格。",
    f"“{MARK}”为“{SAMPLE}”的行不导入，可以删去。",
    f"一次最多 {MOST_ROWS} 行、{MOST_COLUMNS} 列。同样的内容再次上传不会重复登记。",
    "身份证号、电话等长数字请按文本填写（本模板已设为文本），以免末几位被表格改成 0。",
    "公式不计算，按单元格上次保存的结果读取。",
)


def notes(label: str, column: Column | None) -> list[str]:
    if label == MARK:
        return [f"可不填；填“{SAMPLE}”的行不导入"]
    if label == UNIT:
        return ["从下拉中选，或填单位全称、单位代码"]
    if not column:
        return []
    how = next((words for kind, words in FORMATS if isinstance(column.fact, kind)), "")
    words = offered(column.fact)
    return [part for part in (column.fact.help, how, "、".join(words)[:200]) if part]


def offered(fact: Fact) -> tuple[str, ...]:
    """The words of a drop-down; where several may stand in one cell there is none."""
    if isinstance(fact, Flag):
        return YES
    if isinstance(fact, Choice) and not isinstance(fact, Several):
        return tuple(str(label) for label in fact.choices.labels if label)
    if isinstance(fact, Listed):
        return tuple(fact.codes())
    return ()


def units_of(layout: Layout, user: User | None) -> tuple[str, ...]:
    """The units to choose from; of two with one name each shows its code."""
    if user is None:
        return ()
    codes = [code for code, _ in unit_choices(user.spans(layout.subject.roles))]
    called = full_names(codes)
    times = Counter(called.values())
    return tuple(
        called[code] if times[called[code]] == 1 else f"{called[code]} {code}" for code in codes
    )


def sample(layout: Layout, user: User | None) -> dict[str, Any]:
    """A row that shows how it is done; of a list, the first group."""
    units = units_of(layout, user)
    first = {
        c.label: shown(c.fact, user)
        for c in layout.columns
        if c.required or (len(c.path) == 1 and isinstance(c.fact, SHOWN))
    }
    return {MARK: SAMPLE, UNIT: units[-1] if units else "单位全称或代码", **first}


def shown(fact: Fact, user: User | None) -> Any:
    words = offered(fact)
    if words:
        return words[0]
    if isinstance(fact, Day):
        return localdate().isoformat()
    if isinstance(fact, Hour):
        return "09:30"
    if isinstance(fact, Integer):
        return max(fact.least, 1)
    if isinstance(fact, Money):
        return 1000
    if isinstance(fact, Place):
        return user.seats[0].unit if user else "0"
    if isinstance(fact, Person | People):
        return user.username if user else "登录名"
    return fact.help.removeprefix("如：") if fact.help.startswith("如：") else "示例内容"
