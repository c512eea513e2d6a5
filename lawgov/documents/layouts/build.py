"""Makes the docx layouts: `python -m lawgov.documents.layouts.build`, after every change here."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = Path(__file__).parent
SONG, FANG_SONG = "宋体", "仿宋"
BODY, TITLE = Pt(14), Pt(22)
WIDTHS = (Cm(4.4), Cm(11))  # of the two columns of a form
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def sheet() -> Any:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    section.top_margin = section.bottom_margin = Cm(3)
    face(document.styles["Normal"], FANG_SONG, BODY)
    title = document.add_paragraph()
    title.alignment = CENTRE
    run = title.add_run("{{ title }}")
    run.bold = True
    face(run, SONG, TITLE)
    document.add_paragraph("编号：{{ number }}").alignment = RIGHT
    return document


def face(styled: Any, name: str, size: Any) -> None:
    styled.font.name, styled.font.size = name, size
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def letter() -> Any:
    document = sheet()
    document.add_paragraph("{%p for label, words in rows %}")
    line = document.add_paragraph()
    line.add_run("{{ label }}：").bold = True
    line.add_run("{{ words }}")
    document.add_paragraph("{%p endfor %}")
    closing(document)
    document.add_paragraph("{%p for who, day in signatures %}")
    document.add_paragraph("{{ who }}：__________　{{ day }}")
    document.add_paragraph("{%p endfor %}")
    seal(document)
    return document


def form() -> Any:
    document = sheet()
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    rows(table, "label, words in rows", "{{ label }}", "{{ words }}")
    rows(table, "who, day in signatures", "{{ who }}", "{{ day }}")
    closing(document)
    seal(document)
    return document


def rows(table: Any, each: str, left: str, right: str) -> None:
    """One row of the table for each of a list."""
    for words in ((f"{{%tr for {each} %}}", ""), (left, right), ("{%tr endfor %}", "")):
        row = table.add_row()
        row.height = Cm(1.2)  # at least
        for cell, text, width in zip(row.cells, words, WIDTHS, strict=True):
            cell.text, cell.width = text, width
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def closing(document: Any) -> None:
    document.add_paragraph("{%p for line in closing %}")
    document.add_paragraph("{{ line }}")
    document.add_paragraph("{%p endfor %}")


def seal(document: Any) -> None:
    document.add_paragraph("（{{ seal }} 印章）").alignment = RIGHT
    document.add_paragraph("{{ on }}").alignment = RIGHT


LAYOUTS = {"letter": letter, "form": form}

if __name__ == "__main__":
    for name, build in LAYOUTS.items():
        build().save(HERE / f"{name}.docx")
