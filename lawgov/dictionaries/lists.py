"""A list as the code uses it: what TextChoices would be, but read from the database, and dated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from django.db.models.signals import post_save
from django.utils.timezone import localdate

from lawgov.kept import Kept

from .models import Naming, Term

SECONDS_KEPT = 10  # another process sees a change within these


class Word(NamedTuple):
    """A code with its name on a day."""

    code: str
    label: str


class Name(NamedTuple):
    """What a code is called and how much it weighs from a day on."""

    since: date
    label: str
    points: int


class Known(NamedTuple):
    """A term as it is remembered, with its names, oldest first."""

    code: str
    since: date
    until: date
    under: frozenset[str]
    names: list[Name]

    def named(self, day: date) -> Name:
        """Before its first name it already had that one."""
        held = [name for name in self.names if name.since <= day]
        return held[-1] if held else self.names[0]

    def on(self, day: date) -> Word:
        return Word(self.code, self.named(day).label)

    def is_in_force(self, day: date) -> bool:
        return self.since <= day < self.until


def read() -> dict[str, dict[str, Known]]:
    """Every list with its terms in order, in one query."""
    named: dict[Term, list[Name]] = defaultdict(list)
    for row in Naming.objects.select_related("term"):
        named[row.term].append(Name(row.since or date.min, row.label, row.points))
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for term in sorted(named, key=lambda term: (term.order, term.pk)):
        period = term.since or date.min, term.until or date.max
        found[term.dictionary][term.code] = Known(
            term.code, *period, frozenset(term.under), named[term]
        )
    return found


remembered = Kept(read, SECONDS_KEPT)
post_save.connect(remembered.changed, sender=Term)
post_save.connect(remembered.changed, sender=Naming)

DICTIONARIES: dict[str, Dictionary] = {}


@dataclass(frozen=True)
class Dictionary(Mapping[str, str]):
    """One list on a day, today if none is named.

    As a mapping it knows the name of every code that there ever was; `choices`, `values` and
    `labels` are those in force. Nothing is read before it is asked for.
    """

    name: str
    label: str
    under: Dictionary | None = None  # the list that its `under` names codes of
    day: date | None = None
    scored: bool = False  # whether its codes weigh something

    def __post_init__(self) -> None:
        DICTIONARIES.setdefault(self.name, self)

    def on(self, day: date) -> Dictionary:
        """The list as it stood on a day."""
        return replace(self, day=day)

    @property
    def terms(self) -> dict[str, Known]:
        return remembered().get(self.name, {})

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        day = self.day or localdate()
        return [term.on(day) for term in self.terms.values() if term.is_in_force(day)]

    @property
    def values(self) -> list[str]:  # type: ignore[override]
        return [code for code, _ in self.choices]

    @property
    def labels(self) -> list[str]:
        return [label for _, label in self.choices]

    def asked(self) -> list[tuple[str, str]]:
        """Every code to search by; what is stopped stands last and says so."""
        offered = list(self.choices)
        stopped = [
            (c, f"{label}（已停用）") for c, label in self.items() if (c, label) not in offered
        ]
        return offered + stopped

    def fits(self, code: str, above: str) -> bool:
        """Whether the code may stand beside this one of the list above."""
        term = self.terms.get(code)
        return term is None or not term.under or above in term.under

    def points(self, code: str) -> int:
        """How much a code weighs on the day."""
        term = self.terms.get(code)
        return term.named(self.day or localdate()).points if term else 0

    def __call__(self, code: str) -> Word:
        """The word of a code, stopped or not, as an enumeration gives its member."""
        term = self.terms.get(code)
        if term is None:
            raise ValueError(code)
        return term.on(self.day or localdate())

    def __getitem__(self, code: str) -> str:
        try:
            return self(code).label
        except ValueError:
            raise KeyError(code) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)
