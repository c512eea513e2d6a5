"""Plain text: UTF-8 or GBK, and nothing but text."""

import re
from typing import IO

from .hostile import Hostile

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def text(file: IO[bytes]) -> bytes:
    file.seek(0)
    body = file.read()
    file.seek(0)
    if body.startswith((b"%PDF", b"{\\rtf")):
        raise Hostile("内容与扩展名不一致，不是纯文本")
    if CONTROLS.search(decoded(body)):
        raise Hostile("内容不是纯文本（含有控制字符）")
    return b""


def decoded(body: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Hostile("不是 UTF-8 或 GBK 编码的文本")
