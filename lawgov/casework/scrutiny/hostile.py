"""Why a file is not taken, and the mark of a file that is two things at once."""

import zipfile
from typing import IO


class Hostile(Exception):  # noqa: N818 - it reads as the sentence it is
    """What is wrong with a file, in the words that its sender reads."""


def refuse_archive(file: IO[bytes]) -> None:
    """An archive is read from its end, so it can hang on to any other format."""
    if zipfile.is_zipfile(file):
        raise Hostile("文件后面附带压缩包，不能接收")
    file.seek(0)


def length(file: IO[bytes]) -> int:
    size = file.seek(0, 2)
    file.seek(0)
    return size
