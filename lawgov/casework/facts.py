"""The kinds of fact, and how those of a step are read together."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from lawgov.people.models import User
from lawgov.privacy import identity
from lawgov.units.fields import PATTERN

from .choice import Choice, Several
from .fact import Fact, Listed, Wrong
from .refusals import BadFacts
from .text import clean, unclean

__all__ = [
    "Checked", "Choice", "Day", "Fact", "Flag", "Integer", "Listed", "LongText", "Many", "Money",
    "People", "Person", "Place", "Row", "Several", "Text", "Wrong", "id_number", "phone", "read",
    "schema",
]  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1949, 2100


@dataclass(frozen=True)
class Text(Fact):
    most: int = 200
    mask: Callable[[str], str] = str  # how a history that anyone reads tells it
    plain = False
    free = True

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str):
            raise Wrong("应为文字")
        if len(raw) > self.most * 10 or len(text := self.tidy(clean(raw))) > self.most:
            raise Wrong(f"不能超过{self.most}个字")
        if why := unclean(text):
            raise Wrong(why)
        return text

    def shown(self, value: Any) -> str:
        return self.mask(super().shown(value))

    def tidy(self, text: str) -> str:
        """A line stays one line."""
        return re.sub(r"[\n\r\t]+", " ", text)

    def field(self, case: Any = None) -> forms.Field:
        return forms.CharField(max_length=self.most, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": self.most}


@dataclass(frozen=True)
class LongText(Text):
    most: int = 5000

    def tidy(self, text: str) -> str:
        return text

    def field(self, case: Any = None) -> forms.Field:
        widget = forms.Textarea(attrs={"rows": 4})
        return forms.CharField(max_length=self.most, widget=widget, **self.common())


@dataclass(frozen=True)
class Checked(Text):
    """Text that a rule of form decides on (an ID number, a phone)."""

    rule: Callable[[str], str] = str

    def read(self, raw: Any) -> str:
        text = super().read(raw)
        try:
            return self.rule(text) if text else ""
        except ValidationError as error:
            raise Wrong("；".join(error.messages)) from error


def id_number(label: str, required: bool = False) -> Checked:
    return Checked(label, required, most=30, rule=identity.id_number)


def phone(label: str, required: bool = False) -> Checked:
    return Checked(label, required, most=30, rule=identity.phone)


@dataclass(frozen=True)
class Flag(Fact):
    required: bool = False

    def read(self, raw: Any) -> bool:
        if isinstance(raw, bool):
            return raw
        if raw in ("on", "true", "1", "是"):
            return True
        if raw in ("", "off", "false", "0", "否"):
            return False
        raise Wrong("应为是或否")

    def field(self, case: Any = None) -> forms.Field:
        return forms.BooleanField(**self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def shown(self, value: Any) -> str:
        return "是" if value else "否"


@dataclass(frozen=True)
class Integer(Fact):
    least: int = 0
    most: int = 2**31 - 1

    def read(self, raw: Any) -> int:
        if isinstance(raw, str) and raw.isascii() and raw.isdigit() and len(raw) < 20:
            raw = int(raw)
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise Wrong("应为整数")
        if not self.least <= raw <= self.most:
            raise Wrong(f"应在{self.least}到{self.most}之间")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        return forms.IntegerField(min_value=self.least, max_value=self.most, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


YUAN = re.compile(r"(\d{1,3}(,\d{3})+|\d{1,14})(\.\d{1,2})?", re.ASCII)
CODE = re.compile(PATTERN, re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class Row(Integer):
    """A row of one of the case's parts, by its number."""

    part: str = ""
    least: int = 1
    most: int = 2**63 - 1

    def field(self, case: Any = None) -> forms.Field:
        rows = [row for row in case.part(self.part) if not getattr(row, "void", False)]
        choices = [("", "请选择"), *((row.pk, str(row)) for row in rows)]
        return forms.ChoiceField(choices=choices, **self.common())


@dataclass(frozen=True)
class Money(Fact):
    """Asked in 元 with up to two decimals, kept in 分."""

    help: str = "元"
    most: int = 10**13  # 分: 一千亿元

    def read(self, raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, str | int | float | Decimal):
            raise Wrong("应为金额（元）")
        text = str(raw).strip().replace("，", ",")
        if not YUAN.fullmatch(text):
            raise Wrong("应为金额（元），最多两位小数，如 1200.50")
        cents = int(Decimal(text.replace(",", "")) * 100)
        if cents > self.most:
            raise Wrong("不能超过一千亿元")
        return cents

    def field(self, case: Any = None) -> forms.Field:
        return forms.DecimalField(min_value=0, decimal_places=2, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": 0, "description": "元"}

    def shown(self, value: Any) -> str:
        return "" if value is None else f"{Decimal(value) / 100:,.2f}元"


@dataclass(frozen=True)
class Day(Fact):
    def read(self, raw: Any) -> date:
        try:
            if type(raw) is not date and not DAY.fullmatch(raw):
                raise ValueError
            day = raw if type(raw) is date else date.fromisoformat(raw)
        except (TypeError, ValueError) as error:
            raise Wrong("应为日期，如 2026-01-31") from error
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise Wrong(f"年份应在{FIRST_YEAR}到{LAST_YEAR}之间")
        return day

    def field(self, case: Any = None) -> forms.Field:
        return forms.DateField(
            widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **self.common()
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}

    def kept(self, value: Any) -> Any:
        return value.isoformat() if value else None


@dataclass(frozen=True)
class Place(Fact):
    """A unit's code; whether it is in reach is a rule of the step, not of the form."""

    options: Callable[[Any], list[tuple[str, str]]] | None = None

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str) or not CODE.fullmatch(raw):
            raise Wrong("应为单位代码：2、4、6、9、12 或 15 位数字，全国为 0")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        if self.options and case:
            choices = [("", "请选择"), *self.options(case)]
            return forms.ChoiceField(choices=choices, **self.common())
        return super().field(case)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{1,15}$", "description": "单位代码"}


@dataclass(frozen=True)
class Person(Fact):
    """A user, by id or login name; whether they may be chosen is a rule of the step."""

    options: Callable[[Any], list[tuple[int, str]]] | None = None
    roles: tuple[str, ...] = ()  # whose holders a new case offers, where not everybody will do

    def read(self, raw: Any) -> User:
        if isinstance(raw, User):
            return raw
        if isinstance(raw, bool) or not isinstance(raw, int | str) or len(str(raw)) > 150:
            raise Wrong("应为人员编号或登录名")
        active = User.objects.filter(is_active=True)
        found = active.filter(username=raw).first() if unclean(str(raw)) == "" else None
        if not found and str(raw).isdecimal() and int(raw) < 2**63:
            found = active.filter(pk=int(raw)).first()
        if not found:
            raise Wrong("没有这个人员")
        return found

    def field(self, case: Any = None) -> forms.Field:
        choices = [("", "请选择"), *(self.options(case) if self.options and case else [])]
        return forms.ChoiceField(choices=choices, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "description": "人员编号"}

    def kept(self, value: Any) -> Any:
        return value.pk if value else None

    def shown(self, value: Any) -> str:
        return User.objects.filter(pk=value).values_list("name", flat=True).first() or ""


@dataclass(frozen=True)
class People(Fact):
    """Several users, each once; whether they may be chosen is a rule of the step."""

    options: Callable[[Any], list[tuple[int, str]]] | None = None
    most: int = 20

    def read(self, raw: Any) -> list[User]:
        if not isinstance(raw, list) or len(raw) > self.most:
            raise Wrong(f"应为人员的列表，至多{self.most}人")
        one = Person(self.label)
        found = {user.pk: user for user in map(one.read, raw)}
        return [found[pk] for pk in sorted(found)]

    def field(self, case: Any = None) -> forms.Field:
        choices = self.options(case) if self.options and case else []
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": Person(self.label).schema(), "maxItems": self.most}

    def kept(self, value: Any) -> Any:
        return [getattr(user, "pk", user) for user in value or ()]  # a column has their numbers

    def shown(self, value: Any) -> str:
        named = User.objects.filter(pk__in=value or ()).order_by("pk")
        return "、".join(named.values_list("name", flat=True))


@dataclass(frozen=True)
class Many(Fact):
    """Rows of one shape, for the part of this fact's name. They stand in no event."""

    of: Mapping[str, Fact] | None = None
    least: int = 1
    most: int = 200
    # What is wrong with the rows as they stand beside each other: "place.fact" -> why.
    check: Callable[[list[dict[str, Any]]], dict[str, list[str]]] = lambda rows: {}
    begins: Callable[[Any], list[dict[str, Any]]] = lambda case: []  # what a form stands with
    plain = False

    def read(self, raw: Any) -> list[dict[str, Any]]:
        if not isinstance(raw, list) or not all(isinstance(row, dict) for row in raw):
            raise Wrong("应为列表")
        if not self.least <= len(raw) <= self.most:
            raise Wrong(f"至少{self.least}项，至多{self.most}项")
        rows: list[dict[str, Any]] = []
        errors: dict[str, list[str]] = {}
        for place, row in enumerate(raw):
            try:
                rows.append(read(self.of or {}, row))
            except BadFacts as bad:
                errors |= {f"{place}.{name}": why for name, why in bad.errors.items()}
        if errors := errors or self.check(rows):
            raise BadFacts(errors)
        return rows

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "minItems": self.least, "items": schema(self.of or {})}


EMPTY: tuple[Any, ...] = (None, "", [])


def day_of(facts: Mapping[str, Fact], data: Mapping[str, Any]) -> date:
    """The day that is stated, today if there is none that can be read."""
    stated = data.get("on")
    try:
        day = facts["on"].read(stated) if stated and "on" in facts else None
    except Wrong:
        day = None
    return day or localdate()


def read(facts: Mapping[str, Fact], data: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as values, or every fault of every field at once."""
    errors = {str(name)[:50]: ["未知字段"] for name in data if name not in facts}
    values: dict[str, Any] = {}
    day = day_of(facts, data)
    for name, fact in facts.items():
        raw = data.get(name)
        try:
            value = None if raw in (None, "") else fact.on(day).read(raw)
        except Wrong as wrong:
            errors[name] = [str(wrong)]
        except BadFacts as bad:
            errors |= {f"{name}.{inner}": why for inner, why in bad.errors.items()}
        else:
            if value in EMPTY and fact.required:
                errors[name] = ["必填"]
            elif value not in EMPTY:
                values[name] = value
    if errors:
        raise BadFacts(errors)
    return values


def schema(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """The facts as an OpenAPI object."""
    asked = [name for name, fact in facts.items() if fact.required]
    return {
        "type": "object",
        "properties": {n: {"title": f.label, **f.schema()} for n, f in facts.items()},
        **({"required": asked} if asked else {}),
        "additionalProperties": False,
    }
