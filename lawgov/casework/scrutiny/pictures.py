"""Photos, as they lie in the file: from their mark to their end, and nothing foreign after it."""

import io
import re
from typing import IO

from . import media
from .apart import apart
from .hostile import Hostile, length, refuse_archive

DAMAGED = "图片损坏或不完整"
TRAILING = "图片后面附带其他数据，请另存为普通图片后再传"
MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)  # FF00 and restarts are the scan's
ALONE = {0x01, 0xD8}  # markers without a length


def jpeg(file: IO[bytes]) -> bytes:
    begins(file, b"\xff\xd8\xff", "JPEG")
    file.seek(0)
    refuse_more(file.read())
    return apart(file, "JPEG")


def refuse_more(body: bytes) -> None:
    """After the photo a telephone may put its light map, another photo (Ultra HDR), or the moment
    as a film (motion photo); each is walked to its end, and nothing else may stand there."""
    rest = after(body)
    while rest.startswith(b"\xff\xd8\xff"):
        rest = after(rest)
    if not rest:
        return
    try:
        media.mp4(io.BytesIO(rest))
    except Hostile as why:
        raise Hostile(TRAILING) from why


def after(body: bytes) -> bytes:
    """What follows the image. Some cameras fill up a block with zeros; a film begins with some."""
    rest = body[jpeg_end(body) :].lstrip(b"\0")
    return b"\0\0\0" + rest if rest[1:5] == b"ftyp" else rest


def jpeg_end(body: bytes) -> int:
    """Where the image ends. An embedded one, as in EXIF, lies inside a segment and is passed by."""
    place = 0
    while found := MARKER.search(body, place):
        kind, place = found[1][0], found.end()
        if kind == 0xD9:
            return place
        if kind not in ALONE:
            place += int.from_bytes(body[place : place + 2])
    raise Hostile(DAMAGED)


def png(file: IO[bytes]) -> bytes:
    begins(file, b"\x89PNG\r\n\x1a\n", "PNG")
    place, end = 8, length(file)
    while place + 12 <= end:
        file.seek(place)
        size, kind = int.from_bytes(file.read(4)), file.read(4)
        place += 12 + size
        if kind == b"IEND":
            break
    if place > end:
        raise Hostile(DAMAGED)
    if place < end:
        raise Hostile(TRAILING)
    return apart(file, "PNG")


def heic(file: IO[bytes]) -> bytes:
    file.seek(4)
    if file.read(4) != b"ftyp" or file.read(4) not in media.PICTURES:
        raise Hostile("内容与扩展名不一致，不是 HEIC 图片")
    refuse_archive(file)
    try:
        set(media.boxes(file))
    except Hostile as why:
        raise Hostile(DAMAGED) from why
    return apart(file, "HEIF")


def begins(file: IO[bytes], mark: bytes, called: str) -> None:
    file.seek(0)
    if file.read(len(mark)) != mark:
        raise Hostile(f"内容与扩展名不一致，不是 {called} 图片")
    refuse_archive(file)
