"""A part of a file on request, so that a player can jump to any place in a recording."""

import re
from collections.abc import Iterator
from typing import IO

from django.http import HttpResponse, StreamingHttpResponse

ASKED = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
CHUNK = 64 * 1024


def answer(
    file: IO[bytes], size: int, media_type: str, asked: str
) -> HttpResponse | StreamingHttpResponse:
    """The whole file, or the one range that was asked for; several at once get the whole."""
    first, last = bounds(asked, size)
    if first > last:
        file.close()
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{size}"
        return refused
    response = StreamingHttpResponse(read(file, first, last), content_type=media_type)
    response["Accept-Ranges"] = "bytes"
    response["Content-Length"] = str(last - first + 1)
    if ASKED.fullmatch(asked):
        response.status_code = 206
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def bounds(asked: str, size: int) -> tuple[int, int]:
    """From which byte to which; `-5` are the last five."""
    found = ASKED.fullmatch(asked)
    if not found:
        return 0, size - 1
    first, last = found.groups()
    if not first:
        return (max(0, size - int(last)) if last and int(last) else size), size - 1
    return int(first), min(int(last or size), size - 1)


def read(file: IO[bytes], first: int, last: int) -> Iterator[bytes]:
    with file:
        file.seek(first)
        left = last - first + 1
        while left and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
