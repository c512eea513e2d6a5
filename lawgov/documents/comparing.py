"""Two versions of a paper side by side: what was taken out, what came in."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import IO, NamedTuple

from docx import Document as Docx
from docx.table import Table

from lawgov.privacy.masks import mask_text

SAME, OUT, IN = "same", "out", "in"
# Pairs of lines, or of letters, that are held against each other.
SHORT, LONG = 300 * 300, 2000 * 2000


class Piece(NamedTuple):
    kind: str
    text: str


Line = list[Piece]
Change = tuple[str, int, int, int, int]


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
    left = LONG
    for tag, a, b, c, d in changes(before, after):
        if tag == "replace" and b - a == d - c:
            for pair in zip(before[a:b], after[c:d], strict=True):
                left -= len(pair[0]) * len(pair[1])
                found.append(within(*pair) if left > 0 else whole(*pair))
        elif tag == "equal":
            found += [[Piece(SAME, line)] for line in before[a:b]]
        else:
            found += [[Piece(OUT, line)] for line in before[a:b]]
            found += [[Piece(IN, line)] for line in after[c:d]]
    return found


def changes(before: Sequence[str], after: Sequence[str]) -> Sequence[Change]:
    """What became what. To hold two long texts against each other can take for hours: there what
    comes often begins no match, and what is longer still is taken as a whole."""
    size = len(before) * len(after)
    if size > LONG:
        return [("replace", 0, len(before), 0, len(after))]
    return SequenceMatcher(None, before, after, autojunk=size > SHORT).get_opcodes()


def within(before: str, after: str) -> Line:
    pieces: Line = []
    for tag, a, b, c, d in changes(before, after):
        pieces += [Piece(SAME, before[a:b])] if tag == "equal" else whole(before[a:b], after[c:d])
    return pieces


def whole(before: str, after: str) -> Line:
    return [piece for piece in (Piece(OUT, before), Piece(IN, after)) if piece.text]
