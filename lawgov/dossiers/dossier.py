"""案卷: what stands in the file of a kind of case, in order; each app declares its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import TextChoices

from lawgov.casework.models import Case
from lawgov.documents.papers import Row

from .pieces import Finder, Piece, Shown


class Slot(NamedTuple):
    """A place in the file, and how what belongs there is found."""

    code: str
    volume: TextChoices
    label: str
    finds: Finder


class Item(NamedTuple):
    slot: Slot
    piece: Piece


@dataclass(frozen=True)
class Dossier:
    kind: str
    title: Callable[[Case], str]  # as it stands on the cover
    noun: str  # as a file of this kind is called
    order: tuple[Slot, ...]
    name: Callable[[Case, Shown], str]
    cover: Callable[[Case, Shown, str], list[Row]]  # with the count of pieces and pages
    end: Callable[[Case], str]  # how the case ended, which decides what its file needs
    needed: Callable[[Case], dict[str, str]]  # the places that must not be empty, and why
    missing: Callable[[Case], list[str]]

    @property
    def volumes(self) -> list[TextChoices]:
        return list(dict.fromkeys(slot.volume for slot in self.order))

    def stamp(self, volume: TextChoices, page: int) -> str:
        """The number of a page, with its volume where there are several."""
        return f"{volume.label} {page}" if len(self.volumes) > 1 else str(page)

    def contents(self, case: Case) -> list[Item]:
        """Everything in the file, in its order."""
        return [Item(slot, piece) for slot in self.order for piece in slot.finds(case)]

    def found(self, case: Case) -> set[str]:
        """The places that are filled."""
        return {slot.code for slot in self.order if slot.finds(case)}


DOSSIERS: dict[str, Dossier] = {}


def register(dossier: Dossier) -> Dossier:
    """Make the file of a kind of case known; each app does so when it is ready."""
    DOSSIERS[dossier.kind] = dossier
    return dossier
