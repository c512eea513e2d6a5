"""What is printed of each piece of a file, whatever it is printed with."""

import json
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.core.files.storage import default_storage
from docx import Document as Docx

from lawgov.casework.attachments import whole
from lawgov.casework.models import Attachment, Case
from lawgov.casework.scrutiny.prose import decoded
from lawgov.documents import printing
from lawgov.documents.comparing import written
from lawgov.documents.making import digest
from lawgov.documents.models import Document
from lawgov.documents.papers import PAPERS, Content, Paper, Row
from lawgov.documents.values import Masked

from .dossier import Item
from .pieces import Shown

LAYOUTS = Path(__file__).parent / "layouts"
PDF, PICTURE, TEXT = "application/pdf", "image/", "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Leaf:
    """A title over rows, lines, a picture, a paper's content, or pages that came as PDF."""

    title: str
    number: str = ""
    rows: list[Row] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    picture: bytes = b""
    content: Content | None = None
    layout: str = ""
    pages: bytes = b""

    def pdf(self) -> bytes:
        if self.pages:
            return self.pages
        if self.content:
            return printing.printed(self.content, self.layout, "pdf")
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            shutil.copy(LAYOUTS / "leaf.typ", place)
            (place / "picture.jpg").write_bytes(self.picture)
            return typeset(self.facts(), "leaf", place)

    def facts(self) -> dict[str, object]:
        told: dict[str, object] = {
            "title": self.title,
            "number": self.number,
            "rows": self.rows,
            "lines": self.lines,
        }
        return told | {"picture": "picture.jpg" if self.picture else ""}


def typeset(facts: dict[str, object], layout: str, folder: Path = LAYOUTS) -> bytes:
    return printing.pdf(printing.printable(json.loads(json.dumps(facts))), layout, folder)


def leaf(case: Case, item: Item, shown: Shown) -> Leaf:
    piece = item.piece
    if piece.file:
        return of_file(piece.label, piece.file, shown)
    if piece.paper:
        return of_paper(case, PAPERS[case.kind][piece.paper], piece.label, shown)
    if piece.content:
        content = piece.content(shown)
        return Leaf(content.title, content.number, content=content, layout=piece.layout)
    rows = piece.rows(shown) if piece.rows else []
    if piece.lines:
        return Leaf(piece.label, lines=list(piece.lines))
    return Leaf(piece.label, piece.number or case.number, rows=rows)


def of_paper(case: Case, paper: Paper, title: str, shown: Shown) -> Leaf:
    """The final text; where there is none, the paper as the records make it."""
    finals = [row for row in case.part("finals") if row.paper == paper.code]
    if not finals:
        return of_content(paper, paper.content(case, shown))
    final = finals[-1]
    if digest(paper.content(case, Masked()), paper.layout) == final.text_hash:
        return of_content(paper, replace(paper.content(case, shown), number=final.number))
    return Leaf(title, final.number, lines=text_of(final.document, shown))


def of_content(paper: Paper, content: Content) -> Leaf:
    return Leaf(content.title, content.number, content=content, layout=paper.layout)


def text_of(document: Document, shown: Shown) -> list[str]:
    with default_storage.open(document.docx) as file:
        return [shown.text(line) for line in written(Docx(file)) if line.strip()]


def of_file(title: str, file: Attachment, shown: Shown) -> Leaf:
    """Pages and pictures as they are; a text by its words; what has no pages by its particulars."""
    if file.media_type == PDF:
        with whole(file) as body:
            return Leaf(title, pages=body.read())
    if file.media_type.startswith(PICTURE) and file.preview:
        whole(file).close()
        with default_storage.open(file.preview) as body:
            return Leaf(title, picture=body.read())
    if file.media_type in (DOCX, TEXT):
        return Leaf(title, lines=[shown.text(line) for line in words_of(file)])
    return Leaf(title, rows=particulars(file))


def words_of(file: Attachment) -> list[str]:
    with whole(file) as body:
        told = list(written(Docx(body))) if file.media_type == DOCX else decoded_lines(body.read())
    return [line for line in told if line.strip()]


def decoded_lines(data: bytes) -> list[str]:
    return decoded(data).splitlines()


def particulars(file: Attachment) -> list[Row]:
    return [
        ("文件名", file.name),
        ("类型", file.media_type),
        ("大小", f"{file.size} 字节"),
        ("文件摘要（SHA-256）", file.sha256),
        ("说明", "电子文件，无法以纸面装订，原件存于本案附件"),
    ]
