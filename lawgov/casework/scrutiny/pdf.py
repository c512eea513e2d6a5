"""PDF, from its mark to its end; what lies between is read apart."""

import re
from typing import IO

from .apart import apart
from .hostile import Hostile, refuse_archive

TAIL = 2048


def pdf(file: IO[bytes]) -> bytes:
    file.seek(0)
    if file.read(5) != b"%PDF-":
        raise Hostile("内容与扩展名不一致，不是 PDF")
    refuse_archive(file)
    size = file.seek(0, 2)
    file.seek(max(0, size - TAIL))
    if not re.search(rb"%%EOF\s*\0*\s*$", file.read()):
        raise Hostile("PDF 不完整，或后面附带其他数据")
    return apart(file, "PDF")
