"""What a correction replaces: kept with the event, so that its history tells 原值 → 新值."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .fact import Fact
from .facts import Row
from .procedure import Step

EMPTY = "（空）"


@dataclass(frozen=True)
class Corrected(Fact):
    """A fact that was put right, beside what stood there before."""

    of: Fact = field(default_factory=lambda: Fact(""))
    old: Any = None

    def told(self, value: Any, case: Any) -> str:
        old = self.of.told(self.old, case) if self.old not in (None, "", []) else EMPTY
        return f"{old} → {self.of.told(value, case) or EMPTY}"


def replaced(step: Step, case: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The values that a correcting step is about to replace, as an event keeps them: of the row
    that it names, else of the case or its own table."""
    if not step.corrects:
        return {}
    rows = [case.one(fact.part, facts[name]) for name, fact in step.facts.items()
            if isinstance(fact, Row) and name in facts]  # fmt: skip
    holders = rows or [case.detail, case]
    return {
        name: step.facts[name].kept(getattr(holder, name))
        for name in facts
        for holder in holders
        if name in step.facts and hasattr(holder, name)
    }


def told(fact: Fact, name: str, before: Mapping[str, Any]) -> Fact:
    return Corrected(fact.label, of=fact, old=before[name]) if name in before else fact
