"""Where in a text the pieces of a question stand, so that a page can mark them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

AROUND = 24  # letters shown before the first piece, and twice as many after it
BESIDE_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff])")
FULL = str.maketrans(",;:!?()", "，；：！？（）")


class Part(NamedTuple):
    text: str
    is_hit: bool


def spots(line: str, spelled: str, pieces: Sequence[str]) -> set[int]:
    """The places of all letters that belong to a piece, as written or by initials."""
    return {
        place
        for piece in pieces
        for told in (line, spelled)
        for start in starts(told, piece)
        for place in range(start, start + len(piece))
    }


def starts(line: str, piece: str) -> Iterator[int]:
    at = line.find(piece)
    while at >= 0:
        yield at
        at = line.find(piece, at + 1)


def parts(shown: str, line: str, spelled: str, pieces: Sequence[str]) -> list[Part]:
    """A text cut where a mark begins or ends; `shown` is the line as its writer spelled it."""
    hits = spots(line, spelled, pieces) if len(shown) == len(line) else set()
    cut = groupby(enumerate(shown), key=lambda pair: pair[0] in hits)
    return [Part("".join(letter for _, letter in run), is_hit) for is_hit, run in cut]


def as_printed(line: str) -> str:
    """The index keeps half-width marks; between Chinese characters people write them full-width."""
    return BESIDE_HAN.sub(lambda mark: mark[0].translate(FULL), line)


def excerpt(lines: Sequence[tuple[str, str]], pieces: Sequence[str]) -> list[Part]:
    """The line that has most of the pieces, around the first of them."""
    if not lines:
        return []
    line, spelled = max(lines, key=lambda pair: len(spots(pair[0], pair[1], pieces)))
    hits = spots(line, spelled, pieces)
    if not hits:
        return []
    start = max(min(hits) - AROUND, 0)
    end = start + 3 * AROUND
    shown = as_printed(line)[start:end]
    found = parts(shown, line[start:end], spelled[start:end], pieces)
    before, behind = "…" if start else "", "…" if end < len(line) else ""
    return [Part(before, False), *found, Part(behind, False)]
