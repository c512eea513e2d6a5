"""A PDF read whole: every object, also those in compressed streams, held against what may act."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf

from .hostile import Hostile

ACTS = {
    "/JavaScript": "含有脚本",
    "/Launch": "会启动外部程序",
    "/SubmitForm": "会向外发送内容",
    "/ImportData": "会读取外部数据",
    "/GoToR": "会打开外部文件",
    "/GoToE": "会打开嵌入的文件",
    "/Rendition": "会播放嵌入的媒体",
    "/RichMediaExecute": "会播放嵌入的媒体",
}
KEYS = {
    "/JS": "含有脚本",
    "/JavaScript": "含有脚本",
    "/EmbeddedFiles": "嵌入了其他文件",
    "/EF": "嵌入了其他文件",
    "/XFA": "含有动态表单（XFA）",
    "/RichMediaContent": "嵌入了富媒体",
}
TYPES = {"/EmbeddedFile": "嵌入了其他文件"}
DEEPEST = 100


def read(file: BinaryIO) -> bytes:
    try:
        with pikepdf.open(file, suppress_warnings=True) as book:
            if book.is_encrypted:
                raise Hostile("文件已加密，请去掉密码和限制后再传")
            if not book.pages:
                raise Hostile("PDF 没有页面")
            for found in book.objects:
                for part in inside(found):
                    check(part)
    except pikepdf.PasswordError as error:
        raise Hostile("文件已加密，请去掉密码和限制后再传") from error
    except (pikepdf.PdfError, ValueError, RecursionError) as error:
        raise Hostile("PDF 损坏，读不通") from error
    return b""


def inside(found: Any) -> Iterator[Any]:
    """The object and the dictionaries that lie directly in it."""
    waiting = [(found, 1)]
    while waiting:
        part, depth = waiting.pop()
        if depth > DEEPEST:
            raise Hostile("PDF 结构嵌套过深")
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            yield part
            waiting += [(value, depth + 1) for _, value in part.items() if is_direct(value)]
        elif isinstance(part, pikepdf.Array):
            waiting += [(value, depth + 1) for value in part if is_direct(value)]


def is_direct(value: Any) -> bool:
    """Others stand in the list of objects themselves."""
    return isinstance(value, pikepdf.Object) and not value.is_indirect


def check(part: Any) -> None:
    why = next((KEYS[key] for key in part.keys() if key in KEYS), "")  # noqa: SIM118 - a PDF object
    why = why or ACTS.get(str(part.get("/S", "")), "") or TYPES.get(str(part.get("/Type", "")), "")
    if why:
        raise Hostile(f"PDF {why}，不能接收")
