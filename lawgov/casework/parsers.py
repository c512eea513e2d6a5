"""JSON that is safe to store: bounded depth, no repeated keys, no text that a column refuses."""

import json
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.http import parse_header_parameters
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser, MultiPartParser

DEEPEST = 40


class TooLarge(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "请求内容过大"


class Upload(MultiPartParser):
    """A form with files; what is far too large is not even received (see Bounded)."""

    def parse(self, stream: IO[bytes], media_type: Any = None, context: Any = None) -> Any:
        try:
            return super().parse(stream, media_type, context)
        except RequestDataTooBig as error:
            raise TooLarge from error


class Bounded(FileUploadHandler):
    """Refuses a form that is larger than any file may be, before it is received, at every door."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        length = args[2] if len(args) > 2 else kwargs["content_length"]
        if length > (settings.ATTACHMENT_MEDIA_MAX_MB + 1) * 1024 * 1024:
            raise RequestDataTooBig("上传的内容过大")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class SafeJSON(BaseParser):
    """An object as UTF-8 JSON. Whatever it cannot be is a 400 that says why."""

    media_type = "application/json"

    def parse(self, stream: IO[bytes], media_type: Any = None, context: Any = None) -> Any:
        only_utf8(media_type or "")
        body = stream.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        if len(body) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise TooLarge
        try:
            text = body.decode("utf-8-sig")
            data = DECODER.decode(text.strip())
        except RecursionError as error:
            raise ParseError(f"JSON 嵌套不能超过{DEEPEST}层") from error
        except UnicodeDecodeError as error:
            raise ParseError("请求内容不是 UTF-8 文字") from error
        except ValueError as error:
            raise ParseError(f"请求内容不是合法的 JSON：{error}"[:200]) from error
        if not isinstance(data, dict):
            raise ParseError("请求内容应为 JSON 对象")
        walk(data)
        return data


def only_utf8(media_type: str) -> None:
    """JSON is UTF-8; another label would be read as something that was not sent."""
    _, parameters = parse_header_parameters(media_type)
    if parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise UnsupportedMediaType(media_type, "请求内容应为 UTF-8")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("有重复的字段名")
    return found


def refuse(word: str) -> Any:
    raise ValueError(f"不接受 {word}")


def finite(digits: str) -> str:
    """Kept as written: money must not pass through a binary fraction."""
    return digits if len(digits) < 40 else refuse("过长的数")


DECODER = json.JSONDecoder(object_pairs_hook=once, parse_constant=refuse, parse_float=finite)


def walk(data: Any) -> None:
    """Depth and text, without recursion."""
    waiting = [(data, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise ParseError(f"JSON 嵌套不能超过{DEEPEST}层")
        if isinstance(value, str):
            check(value)
        elif isinstance(value, dict):
            waiting += [(part, depth + 1) for pair in value.items() for part in pair]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]


def check(text: str) -> None:
    if "\x00" in text:
        raise ParseError("文字中含有空字符（NUL）")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ParseError("文字中含有不成对的代理字符")
