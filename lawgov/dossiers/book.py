"""One PDF of a whole file: each volume with cover, contents and numbered pages."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from typing import IO, Any, NamedTuple

import pikepdf
from django.db.models import TextChoices

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.casework.scrutiny.apart import apart
from lawgov.casework.scrutiny.binding import PLAN, STAMPS
from lawgov.casework.scrutiny.hostile import Hostile

from .dossier import DOSSIERS, Dossier, Item
from .leaves import Leaf, leaf, typeset
from .pieces import Shown

Tell = Callable[[int, int], None]


class Placed(NamedTuple):
    """A piece with its leaf, as PDF, and the pages it takes in its volume."""

    item: Item
    leaf: Leaf
    pdf: bytes
    first: int
    last: int

    @property
    def span(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def pages(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Book(NamedTuple):
    case: Case
    shown: Shown
    volumes: dict[TextChoices, list[Placed]]
    missing: list[str]

    @property
    def dossier(self) -> Dossier:
        return DOSSIERS[self.case.kind]

    @property
    def pieces(self) -> int:
        return sum(len(placed) for placed in self.volumes.values())

    @property
    def pages(self) -> int:
        return sum(placed[-1].last for placed in self.volumes.values() if placed)

    def cover(self, volume: TextChoices) -> dict[str, Any]:
        """What stands on the cover and in the contents of a volume."""
        of, placed = self.dossier, self.volumes[volume]
        count = f"{len(placed)} 件 {placed[-1].last if placed else 0} 页"
        return {
            "title": of.title(self.case),
            "name": of.name(self.case, self.shown),
            "volume": volume.label if len(of.volumes) > 1 else "",
            "cover": of.cover(self.case, self.shown, count),
            "contents": [line(n, each) for n, each in enumerate(placed, 1)],
            "missing": self.missing if volume == of.volumes[-1] else [],
        }


def line(n: int, placed: Placed) -> list[str]:
    piece = placed.item.piece
    return [str(n), piece.label, piece.number, str(piece.on or ""), placed.pages]


def read(case: Case, shown: Shown, tell: Tell = lambda done, total: None) -> Book:
    """Every piece printed and its pages counted."""
    of = DOSSIERS[case.kind]
    items = of.contents(case)
    volumes: dict[TextChoices, list[Placed]] = {volume: [] for volume in of.volumes}
    for n, item in enumerate(items, 1):
        placed = volumes[item.slot.volume]
        before = placed[-1].last if placed else 0
        made = leaf(case, item, shown)
        pdf = made.pdf()
        count = counted(pdf) if made.pages else count_own(pdf)
        placed.append(Placed(item, made, pdf, before + 1, before + count))
        tell(n, len(items))
    return Book(case, shown, volumes, of.missing(case))


def count_own(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as book:
        return len(book.pages)


def counted(pdf: bytes) -> int:
    """The pages of what came from outside, read in a process of its own."""
    with tempfile.TemporaryFile() as file:
        file.write(pdf)
        return int(in_apart(file, "PAGES"))


def bound(book: Book) -> bytes:
    """The parts in a zip, which another process binds: some of them came from outside."""
    parts: list[dict[str, Any]] = []
    numbers: list[str] = []
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w") as box:
            for volume, placed in book.volumes.items():
                add(box, parts, volume.label, typeset(book.cover(volume), "cover"), False)
                for each in placed:
                    add(box, parts, each.item.piece.label, each.pdf, True)
                    numbers += [book.dossier.stamp(volume, n) for n in each.span]
            box.writestr(STAMPS, typeset({"numbers": numbers}, "stamps"))
            box.writestr(PLAN, json.dumps(parts))
        return in_apart(file, "BOOK")


def add(
    box: zipfile.ZipFile, parts: list[dict[str, Any]], title: str, pdf: bytes, numbered: bool
) -> None:
    name = f"{len(parts)}.pdf"
    box.writestr(name, pdf)
    parts.append({"file": name, "title": title, "numbered": numbered})


def in_apart(file: IO[bytes], called: str) -> bytes:
    try:
        file.seek(0)
        return apart(file, called)
    except Hostile as why:
        raise StepRefused(f"装订不成：{why}") from why
