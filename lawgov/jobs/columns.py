"""The facts of a subject as the columns of a sheet: lists flattened, one cell for one value."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeGuard

from lawgov.casework.facts import (
    Choice,
    Day,
    Fact,
    Flag,
    Integer,
    Many,
    Money,
    People,
    Several,
    Text,
    Wrong,
)
from lawgov.casework.hours import Hour
from lawgov.casework.refusals import BadFacts
from lawgov.dictionaries.lists import Dictionary

from .exports import FORMULA
from .reading import MOST_COLUMNS
from .subjects import Subject

MARK, UNIT, WHY = "序号", "所属单位", "错误原因"
SAMPLE = "示例"
MOST_GROUPS = 3
EXACT = 1e15  # a spreadsheet keeps fifteen digits of a number; what is longer is no longer true
ROUNDED = re.compile(r"\d(\.\d+)?[eE]\+\d{2}", re.ASCII)  # as a sheet shows a long number
DAY = re.compile(r"(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?", re.ASCII)
HOUR = re.compile(r"(\d{1,2}):(\d\d)(?::00)?", re.ASCII)


@dataclass(frozen=True, eq=False)
class Column:
    """A column: where its value belongs (`title`, or `parties`, 0, `name`) and what it is."""

    label: str
    path: tuple[Any, ...]
    fact: Fact
    required: bool

    @property
    def name(self) -> str:
        return ".".join(map(str, self.path))

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each word of a choice; of a dictionary also of what is stopped by now."""
        choices = self.fact.choices if isinstance(self.fact, Choice) else None
        past = {label: code for code, label in choices.items()} if is_dated(choices) else {}
        return past | {str(label): code for code, label in getattr(choices, "choices", ())}


class Layout:
    """All columns of a subject, in order; its version is the hash of them (not of the words of a
    dictionary, which come and go: those are checked one by one)."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.columns = list(columns(subject.facts))
        self.known = {plain(c.label): c for c in self.columns} | {c.name: c for c in self.columns}

    @property
    def labels(self) -> list[str]:
        return [MARK, UNIT, *(column.label for column in self.columns)]

    @cached_property
    def version(self) -> str:
        told = [(c.label, c.name, type(c.fact).__name__, c.required) for c in self.columns]
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def places(self, head: list[Any]) -> dict[int, Any]:
        """What stands in each place of the head: a Column, or the label of ours."""
        found: dict[int, Any] = {}
        faults = []
        for place, cell in enumerate(head):
            label = plain(str(cell or ""))
            what = label if label in (MARK, UNIT, WHY) else self.known.get(label)
            if label == "unit":
                what = UNIT
            if what in found.values():
                faults.append(f"“{label}”出现了两次")
            elif what is None:
                faults.append(f"不认识“{str(cell or '')[:30]}”" if cell else f"第{place + 1}列无名")
            found[place] = what
        wanted = {UNIT: UNIT} | {c: c.label for c in self.columns if c.required}
        lacking = [label for what, label in wanted.items() if what not in found.values()]
        faults += [f"缺少“{label}”" for label in lacking]
        if faults:
            raise BadFacts({"file": [f"第1行应为模板的表头：{'；'.join(faults[:10])}"]})
        return found


def is_dated(choices: Any) -> TypeGuard[Dictionary]:
    return isinstance(choices, Dictionary)


def columns(facts: Mapping[str, Fact]) -> Iterator[Column]:
    lists = [fact for fact in facts.values() if isinstance(fact, Many)]
    wide = sum(len(fact.of or {}) for fact in lists)
    groups = (MOST_COLUMNS - 3 - len(facts)) // wide if wide else 0
    for name, fact in facts.items():
        if isinstance(fact, Many):
            yield from group(name, fact, max(min(groups, MOST_GROUPS), fact.least, 1))
        else:
            yield Column(fact.label, (name,), fact, fact.required)


def group(name: str, fact: Many, times: int) -> Iterator[Column]:
    for place in range(times):
        for inner, one in (fact.of or {}).items():
            label = f"{fact.label}{place + 1}：{one.label}"
            must = one.required and place < fact.least
            yield Column(label, (name, place, inner), one, must)


def plain(label: str) -> str:
    """A label as it is compared: one width, without blanks and the star of what is required."""
    return "".join(unicodedata.normalize("NFKC", label).split()).rstrip("*")


def given_by(cells: Mapping[Column, Any]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Raw facts as every other door hands them in, and what could not be taken, by column name.

    A group left blank is no row of its list.
    """
    given: dict[str, Any] = {}
    faults: dict[str, list[str]] = {}
    lists: dict[str, dict[int, dict[str, Any]]] = {}
    for column, cell in cells.items():
        if cell is None:
            continue
        into = given
        if len(column.path) == 3:
            name, place, _ = column.path
            into = lists.setdefault(name, {}).setdefault(place, {})
        try:
            into[column.path[-1]] = raw(cell, column)
        except Wrong as wrong:
            into[column.path[-1]] = None
            faults[column.name] = [str(wrong)]
    return given | {name: list(rows.values()) for name, rows in lists.items()}, faults


def filled_groups(cells: Mapping[Column, Any]) -> dict[str, list[int]]:
    """Which groups of each list hold something: the k-th row of the list is the k-th of these."""
    found: dict[str, list[int]] = {}
    for column, cell in cells.items():
        if len(column.path) == 3 and cell is not None:
            places = found.setdefault(column.path[0], [])
            if column.path[1] not in places:
                places.append(column.path[1])
    return found


def raw(cell: Any, column: Column) -> Any:
    """A cell as the fact wants it; a spreadsheet has its own ideas of numbers, days and text."""
    for kind, reader in READERS:
        if isinstance(column.fact, kind):
            return reader(cell, column)
    return words(cell)


def words(cell: Any, column: Column | None = None) -> str:
    """Text. A number that the spreadsheet has rounded is not what was typed."""
    if isinstance(cell, bool):
        raise Wrong("应为文字")
    if isinstance(cell, int | float):
        if abs(cell) >= EXACT:
            raise Wrong("长数字已被表格改写（如3.2E+17），请设为文本后重新填写")
        return format(Decimal(f"{cell:.15g}"), "f")
    if isinstance(cell, dict):
        return str(cell.get("day") or cell.get("moment"))
    if ROUNDED.fullmatch(cell.strip()):
        raise Wrong("长数字已被表格改写（如3.2E+17），请设为文本后重新填写")
    # The apostrophe with which sheets of ours keep a text from being a formula.
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def choice(cell: Any, column: Column) -> str:
    text = words(cell).strip()
    return column.codes.get(text, text)


def several(cell: Any, column: Column) -> list[str]:
    return [choice(part, column) for part in parted(cell)]


def people(cell: Any, column: Column) -> list[str]:
    return parted(cell)


def parted(cell: Any) -> list[str]:
    return [part.strip() for part in re.split("[、，,;；|]", words(cell)) if part.strip()]


def flag(cell: Any, column: Column) -> Any:
    return cell if isinstance(cell, bool) else words(cell).strip()


def whole(cell: Any, column: Column) -> Any:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    return cell.strip() if isinstance(cell, str) else cell


def money(cell: Any, column: Column) -> Any:
    return words(cell).strip().removesuffix("元")


def day(cell: Any, column: Column) -> Any:
    if isinstance(cell, dict) and "day" in cell:
        return date.fromisoformat(cell["day"])
    if isinstance(cell, str) and (found := DAY.fullmatch(cell.strip())):
        return "{}-{:0>2}-{:0>2}".format(*found.groups())
    raise Wrong("应为日期，如 2026-01-31")


def hour(cell: Any, column: Column) -> str:
    """9:30, or what a spreadsheet makes of it: 09:30:00."""
    found = HOUR.fullmatch(words(cell).strip().replace("：", ":"))
    if not found:
        raise Wrong("应为时刻，如 09:30")
    return f"{found[1]:0>2}:{found[2]}"


READERS: tuple[tuple[type[Fact], Any], ...] = (
    (Several, several), (People, people), (Choice, choice), (Flag, flag), (Integer, whole),
    (Money, money), (Day, day), (Hour, hour), (Text, words),
)  # fmt: skip
