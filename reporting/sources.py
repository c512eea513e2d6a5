"""The two tables of casework as sources: what was done to a kind of case, and what was logged."""

from collections.abc import Callable, Mapping
from typing import Any

from lawgov.casework.models import Entry, Event
from lawgov.casework.web.pages import address
from lawgov.dictionaries.lists import Dictionary
from lawgov.privacy.masks import mask_text

from .indicators import Column, Source


def word(name: str, labels: Mapping[str, Dictionary]) -> Callable[[Any], str]:
    """What an event's column says, as it was called on its day."""
    return lambda event: labels[name].on(event.on).get(getattr(event, name), "")


def events(kind: str, name: str, **labels: Dictionary) -> Source:
    """What was done to the cases of a kind; an event counts on its day, not by the case's state."""
    return Source(
        name,
        Event,
        (
            Column("on", "日期", lambda event: event.on),
            Column("number", "编号", lambda event: event.case.number),
            Column("title", "名称", lambda event: mask_text(event.case.title)),
            Column("unit", "单位", lambda event: event.unit),
            Column("step", "环节", lambda event: event.label),
            Column("type", "类型", word("type", labels)),
            Column("channel", "来源", word("channel", labels)),
            Column("amount", "金额（元）", lambda event: event.amount / 100),
        ),
        always={"kind": kind},
        kinds=(kind,),
        at="at",
        labels=labels,
        related=("case",),
        opens=lambda event: address(event.case),
    )


def entries(kind: str, name: str, **labels: Dictionary) -> Source:
    """The valid rows of a register."""
    return Source(
        name,
        Entry,
        (
            Column("on", "日期", lambda entry: entry.on),
            Column("unit", "单位", lambda entry: entry.unit),
            Column("stated", "内容", stated),
        ),
        always={"kind": kind, "void": False},
        kinds=(kind,),
        until="until",
        labels=labels,
        opens=address,
    )


def stated(entry: Entry) -> str:
    """What the row says beside its day."""
    register = entry.register
    days = {fact.label for name, fact in register.facts.items() if register.column(name) == "on"}
    facts = [f"{label}：{said}" for label, said in entry.stated() if said and label not in days]
    return mask_text("；".join(facts))
