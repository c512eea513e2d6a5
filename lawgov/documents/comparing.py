"""Two versions of a paper side by side: what was taken out, what came in."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import IO, NamedTuple

from docx import Document as Docx
from docx.table import Table

from lawgov.privacy.masks import mask_text

SAME, OUT, IN = "same", "out", "in"


class Piece(NamedTuple):
    kind: str
    text: str


Line = list[Piece]


def lines(file: IO[bytes]) -> list[str]:
    """The text of a docx, a line for each paragraph and each row of a table; numbers masked."""
    told = [line.strip() for line in written(Docx(file))]
    return [mask_text(line) for line in told if line]


def written(docx: object) -> Iterator[str]:
    for block in docx.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Table):
            for row in block.rows:
                # A merged cell comes once for each place it covers.
                yield "　".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield block.text


def compared(before: list[str], after: list[str]) -> list[Line]:
    """Every line, in the pieces that stayed, went and came."""
    found: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            found += [within(*pair) for pair in zip(before[a:b], after[c:d], strict=True)]
        elif tag == "equal":
            found += [[Piece(SAME, line)] for line in before[a:b]]
        else:
            found += [[Piece(OUT, line)] for line in before[a:b]]
            found += [[Piece(IN, line)] for line in after[c:d]]
    return found


def within(before: str, after: str) -> Line:
    pieces: Line = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(SAME, before[a:b]))
            continue
        pieces += [Piece(OUT, before[a:b])] if b > a else []
        pieces += [Piece(IN, after[c:d])] if d > c else []
    return pieces
