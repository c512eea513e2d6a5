"""A paper's content as docx and as PDF. Content is data here: nothing in it is ever executed."""

import json
import re
from dataclasses import asdict
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn as chinese
import typst
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from .papers import Content

LAYOUTS = Path(__file__).parent / "layouts"
# No XML can hold these, in whatever way they are written.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printed(content: Content, layout: str, ending: str) -> bytes:
    return {"docx": docx, "pdf": pdf}[ending](printable(asdict(content)), layout)


def printable(value: Any) -> Any:
    if isinstance(value, str):
        return UNPRINTABLE.sub("", value)
    if isinstance(value, dict):
        return {name: printable(item) for name, item in value.items()}
    return [printable(item) for item in value]


def docx(facts: dict[str, Any], layout: str) -> bytes:
    template = DocxTemplate(LAYOUTS / f"{layout}.docx")
    template.render(facts, SandboxedEnvironment(autoescape=True))
    out = BytesIO()
    template.save(out)
    return out.getvalue()


def pdf(facts: dict[str, Any], layout: str, folder: Path = LAYOUTS) -> bytes:
    """A layout finds in its own folder what it includes, pictures too."""
    return typst.compile(
        folder / f"{layout}.typ",
        root=folder,
        font_paths=fonts(),
        format="pdf",
        sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
    )


@cache
def fonts() -> typst.Fonts:
    """Song type from the wheel; a rare character may come from the machine's own fonts."""
    return typst.Fonts(font_paths=[chinese.serif_path().parent])


@cache
def edition(layout: str) -> bytes:
    """The layout's own files: with another layout the paper is another one."""
    return b"".join((LAYOUTS / f"{layout}.{ending}").read_bytes() for ending in ("docx", "typ"))
