"""Text as the search sees it: plain, in pieces, and the words under which it is found."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from lawgov.privacy.masks import mask_text

PIECE = re.compile(r"[^\W_]+")
RUN = re.compile(r"\d+|[^\W\d_]+")
LONGEST = 40  # digits of a number that are a word; an index row has an end
# A surname that is read otherwise than the same character in a word.
SURNAMES = {
    "单": "s", "仇": "q", "解": "x", "曾": "z", "区": "o", "查": "z", "尉迟": "yc", "万俟": "mq",
    "缪": "m", "翟": "z", "朴": "p", "盖": "g", "乐": "y", "覃": "q", "种": "c", "重": "c",
}  # fmt: skip


def plain(text: str) -> str:
    """One spelling: half-width, small letters, every number of a person masked."""
    return mask_text(unicodedata.normalize("NFKC", text)).casefold()


def pieces(text: str) -> list[str]:
    """What stands between blanks and marks."""
    return PIECE.findall(text)


def of_text(text: str) -> Iterator[str]:
    """Each letter and each pair of neighbours; a number whole, since its digits say nothing."""
    for run in RUN.findall(text):
        if run[0].isdecimal():
            yield run[:LONGEST]
        else:
            yield from run
            yield from pairs(run)


def pairs(run: str) -> Iterator[str]:
    return (a + b for a, b in pairwise(run))


def asked(piece: str) -> Iterator[str]:
    """The words that every text with this piece has."""
    for run in RUN.findall(piece):
        if run[0].isdecimal():
            yield run[:LONGEST]
        elif len(run) == 1:
            yield run
        else:
            yield from pairs(run)


def says_all(piece: str) -> bool:
    """Its words alone say that the piece is there: one word, one number."""
    return len(list(asked(piece))) == 1 and len(piece) <= LONGEST


def initials(text: str, is_name: bool = False) -> str:
    """The pinyin initials, letter for letter, so that a place in one is the place in the other."""
    from pypinyin import Style, lazy_pinyin  # 50 MB of dictionary, which no web worker needs

    read = lazy_pinyin(text, style=Style.FIRST_LETTER, errors=list)  # type: ignore[arg-type]
    if is_name:
        surname = next((s for s in (text[:2], text[:1]) if s in SURNAMES), "")
        read[: len(surname)] = SURNAMES.get(surname, "")
    return "".join(letter[:1] or " " for letter in read)
