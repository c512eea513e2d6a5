"""Word and Excel files: the parts they may have, and nothing that runs or fetches."""

import re
import zipfile
from collections.abc import Callable
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from . import containers
from .hostile import Hostile

XML = frozenset("xml rels vml svg".split())
MEDIA = frozenset("png jpg jpeg gif bmp tif tiff emf wmf wdp odttf".split())
MARKS = {  # how what does not belong into a document begins
    b"PK\x03\x04": "嵌套了压缩包",
    b"MZ": "嵌入了程序",
    b"\x7fELF": "嵌入了程序",
    b"\xd0\xcf\x11\xe0": "嵌入了其他对象",
    b"%PDF": "嵌入了其他文件",
}
MACROS = re.compile(r"vbaproject|vbadata|macrosheets|macroenabled|ms-excel\.intlmacrosheet", re.I)
OBJECTS = re.compile(r"(^|/)(embeddings|activex|ctrlprops)/|oleobject|activex", re.I)
LINKS = re.compile(r"(https?|mailto):", re.I)
FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT)\b", re.I)
FORMULAS = re.compile(r"\b(WEBSERVICE|FILTERXML|IMAGE|RTD|CALL|REGISTER|EXEC)\s*\(|\|\s*'", re.I)
FETCHES = "引用了文件之外的内容（模板、图片或数据），请去掉后再传"


def word(file: IO[bytes]) -> bytes:
    return look(file, "word/document.xml", "Word 文档（docx）")


def sheet(file: IO[bytes]) -> bytes:
    return look(file, "xl/workbook.xml", "Excel 工作簿（xlsx）")


def look(file: IO[bytes], main: str, called: str) -> bytes:
    with containers.opened(file) as box:
        names = box.namelist()
        if any(MACROS.search(name) for name in names):
            raise Hostile("含有宏，请另存为不含宏的文件")
        if not {"[Content_Types].xml", main} <= set(names):
            raise Hostile(f"内容与扩展名不一致，不是{called}")
        try:
            for name in names:
                check_part(box, name)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
            raise Hostile("文件损坏，打不开") from error
    return b""


def check_part(box: zipfile.ZipFile, name: str) -> None:
    ending = name.rpartition(".")[2].lower()
    if name.endswith("/"):
        return
    if OBJECTS.search(name):
        raise Hostile("嵌入了其他对象或控件，请去掉后再传")
    if name.lower().startswith("xl/externallinks/"):
        raise Hostile(FETCHES)
    if ending in XML:
        with box.open(name) as part:
            check_xml(part)
    elif ending in MEDIA or re.fullmatch(r"xl/printerSettings/\w+\.bin", name):
        with box.open(name) as part:
            check_media(part)
    else:
        raise Hostile(f"含有不应有的部分“{name[-50:]}”")


def check_media(part: IO[bytes]) -> None:
    head = part.read(8)
    if why := next((why for mark, why in MARKS.items() if head.startswith(mark)), ""):
        raise Hostile(f"{why}，请去掉后再传")
    while part.read(1024 * 1024):  # to its end: the checksum is compared there
        pass


def check_xml(part: IO[bytes]) -> None:
    """Read as a stream, so that a large part costs no memory; no DOCTYPE, so no entity."""
    try:
        for _, element in iterparse(part, forbid_dtd=True):
            if check := CHECKS.get(element.tag.rpartition("}")[2]):
                check(element)
            element.clear()
    except DefusedXmlException as error:
        raise Hostile("XML 中有 DOCTYPE 或实体声明，不能接收") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Hostile("文件损坏，其中的 XML 读不通") from error


def relation(element: Element) -> None:
    """Links to the web may stand; anything else outside would be fetched on opening."""
    kind, target = element.get("Type", ""), element.get("Target", "")
    if element.get("TargetMode") == "External" and not (
        kind.endswith("/hyperlink") and LINKS.match(target)
    ):
        raise Hostile(FETCHES)
    if kind.endswith(("/aFChunk", "/oleObject", "/package", "/control")):
        raise Hostile("嵌入了其他对象或控件，请去掉后再传")


def content_type(element: Element) -> None:
    if MACROS.search(element.get("ContentType", "")):
        raise Hostile("含有宏，请另存为不含宏的文件")


def field(element: Element) -> None:
    text = (element.text or "") + element.get(f"{W}instr", "")
    if FIELDS.search(text):
        raise Hostile(FETCHES)


def formula(element: Element) -> None:
    if FORMULAS.search(element.text or ""):
        raise Hostile("含有调用外部程序或网址的公式，请去掉后再传")


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHECKS: dict[str, Callable[[Any], None]] = {
    "Relationship": relation,
    "Default": content_type,
    "Override": content_type,
    "instrText": field,
    "fldSimple": field,
    "f": formula,
}
