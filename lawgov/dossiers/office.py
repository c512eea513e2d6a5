"""The same file as docx: what is told in words can be read and searched; scans stand by name."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from lawgov.documents.layouts.build import BODY, FANG_SONG, SONG, TITLE, face
from lawgov.documents.printing import UNPRINTABLE

from .book import Book, Placed
from .leaves import Leaf

CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
HEADINGS = ("序号", "题名", "文号", "日期", "页号")
WIDE = Cm(15)


def docx(book: Book) -> bytes:
    made = sheet()
    for n, (volume, placed) in enumerate(book.volumes.items()):
        if n:
            made.add_page_break()
        title_page(made, book.cover(volume))
        for each in placed:
            made.add_page_break()
            piece(made, each)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def sheet() -> Any:
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    face(made.styles["Normal"], FANG_SONG, Pt(12))
    return made


def title_page(made: Any, cover: dict[str, Any]) -> None:
    heading(made, cover["title"], TITLE)
    if cover["volume"]:
        heading(made, cover["volume"], BODY)
    table(made, cover["cover"])
    made.add_page_break()
    heading(made, "卷内目录", TITLE)
    table(made, [HEADINGS, *cover["contents"]])
    for line in cover["missing"]:
        made.add_paragraph(clean(f"缺件：{line}"))


def piece(made: Any, placed: Placed) -> None:
    leaf = placed.leaf
    heading(made, leaf.title, BODY)
    content = leaf.content
    number = content.number if content else leaf.number
    if number:
        made.add_paragraph(clean(f"编号：{number}")).alignment = RIGHT
    if leaf.picture:
        made.add_picture(BytesIO(leaf.picture), width=WIDE)
    table(made, content.rows if content else leaf.rows)
    for line in told(leaf, placed.pages):
        made.add_paragraph(clean(line))


def told(leaf: Leaf, pages: str) -> list[str]:
    """What stands below the rows."""
    if leaf.pages:
        return [f"本件为扫描件，见PDF案卷第{pages}页。"]
    if not leaf.content:
        return leaf.lines
    content = leaf.content
    signed = [f"{who}：__________　{day}" for who, day in content.signatures]
    return [*content.closing, *signed, f"（{content.seal} 印章）", content.on]


def heading(made: Any, text: str, size: Any) -> None:
    line = made.add_paragraph()
    line.alignment = CENTRE
    run = line.add_run(clean(text))
    run.bold = True
    face(run, SONG, size)


def table(made: Any, rows: Any) -> None:
    if not rows:
        return
    grid = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            cell.text = clean(words)


def clean(words: str) -> str:
    return UNPRINTABLE.sub("", words)
