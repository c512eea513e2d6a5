"""Registers: kinds of entries, declared like steps; one table holds the rows of all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lawgov.people.models import Role

from .facts import Fact
from .upload import Files

# The typed columns of an entry; a fact takes one by name or through the register's `slots`.
COLUMNS = ("on", "until", "type", "facet", "subject", "n1", "n2", "n3", "n4")


@dataclass(frozen=True)
class Register:
    """A register (台账): who logs into it, who reads it, what a row states.

    A fact named like a column, or given one in `slots`, is counted from there; the rest stands
    in the row's JSON. Slots are never reused for another fact.
    """

    kind: str
    label: str
    writers: tuple[Role, ...]
    readers: tuple[Role, ...]
    facts: Mapping[str, Fact]
    slots: Mapping[str, str] = field(default_factory=dict)
    # What is wrong with the facts beside each other, logged in a unit: fact -> why.
    check: Callable[[str, Mapping[str, Any]], dict[str, list[str]]] = lambda unit, facts: {}

    def __post_init__(self) -> None:
        if unknown := set(self.slots.values()) - set(COLUMNS):
            raise ValueError(f"{self.kind}: 未知栏目 {unknown}")

    def column(self, fact: str) -> str:
        return self.slots.get(fact, fact)

    @property
    def brings(self) -> list[str]:
        """The facts that are files."""
        return [name for name, fact in self.facts.items() if isinstance(fact, Files)]

    def stated(self, entry: Any) -> list[tuple[str, str]]:
        """A row's facts as label and words."""
        pairs = []
        for name, fact in self.facts.items():
            column = self.column(name)
            value = getattr(entry, column) if column in COLUMNS else entry.data.get(name)
            if isinstance(fact, Files):  # each stands beside the entry under its name
                words = f"{len(value)}个" if value else ""
            else:
                words = fact.on(entry.on).shown(value)
            pairs.append((fact.label, words))
        return pairs


REGISTERS: dict[str, Register] = {}


def register(kind: Register) -> Register:
    """Make a register known; each app does so when it is ready."""
    REGISTERS[kind.kind] = kind
    return kind
