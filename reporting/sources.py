"""The tables of casework as sources: what was done to a kind of case, what was logged, and the
rows of a part of its cases."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lawgov.casework.models import Case, Entry, Event
from lawgov.casework.web.pages import address
from lawgov.dictionaries.lists import Dictionary
from lawgov.privacy.masks import mask_text

from .indicators import Column, Rows, Source


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


@dataclass(frozen=True, eq=False)
class Parts(Source):
    """Rows that hang on a case and lie where it lies; `derived` columns come from others."""

    unit: str = "case__unit"
    related: tuple[str, ...] = ("case",)
    opens: Callable[[Any], str] = lambda row: address(row.case)
    derived: Mapping[str, Any] = field(default_factory=dict)

    def all(self) -> Rows:
        rows = self.model._default_manager.annotate(**self.derived)
        return rows.filter(case__kind__in=self.kinds, **self.always)

    def seen_by(self, user: Any) -> Rows:
        return self.all().filter(case__in=Case.objects.visible_to(user, *self.kinds))
