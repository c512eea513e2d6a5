"""PDFs counted, and bound into one book: their pages in order, each with its number printed on."""

import io
import json
import zipfile
from typing import Any, BinaryIO

import pikepdf

from .hostile import Hostile

PLAN, STAMPS = "plan.json", "stamps.pdf"  # beside the parts: what stands where, and the numbers
# What may act, or leads to where it is no more; the page itself is untouched.
LEFT_OUT = ("/Annots", "/AA", "/StructParents", "/Tabs")


def count(file: BinaryIO) -> bytes:
    with opened(file) as book:
        return str(len(book.pages)).encode()


def bind(file: BinaryIO) -> bytes:
    """A zip of PDFs as one. Its plan lists them in order: file, title, and whether numbered."""
    with zipfile.ZipFile(file) as box, pikepdf.new() as book, opened(box.open(STAMPS)) as stamps:
        numbers = iter(stamps.pages)
        marks: list[pikepdf.OutlineItem] = []
        for part in json.loads(box.read(PLAN)):
            marks.append(pikepdf.OutlineItem(part["title"], len(book.pages)))
            with opened(io.BytesIO(box.read(part["file"]))) as source:
                for page in source.pages:
                    add(book, page, next(numbers) if part["numbered"] else None)
        with book.open_outline() as outline:
            outline.root.extend(marks)
        out = io.BytesIO()
        book.save(out)
    return out.getvalue()


def add(book: pikepdf.Pdf, page: Any, number: Any) -> None:
    for name in LEFT_OUT:
        if name in page:
            del page[name]
    book.pages.append(page)
    if number is not None:
        book.pages[-1].add_overlay(number, None)


def opened(file: Any) -> pikepdf.Pdf:
    try:
        return pikepdf.open(file, suppress_warnings=True)
    except (pikepdf.PdfError, ValueError, RecursionError) as error:
        raise Hostile("PDF 损坏，读不通") from error
