"""Files made by code, as good ones are: each test spoils them in its own way."""

import base64
import io
import wave
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
import openpyxl
import pikepdf
from PIL import Image

TYPES = {
    "jpg": "image/jpeg", "png": "image/png", "heic": "image/heic", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain", "mp3": "audio/mpeg", "m4a": "audio/x-m4a", "wav": "audio/x-wav",
    "mp4": "video/mp4", "webm": "audio/webm",
}  # fmt: skip


def saved(save: Callable[[Any], Any]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def picture(form: str, size: tuple[int, int] = (64, 48), colour: str = "teal", **how: Any) -> bytes:
    return saved(lambda out: Image.new("RGB", size, colour).save(out, form, **how))


def png(**how: Any) -> bytes:
    return picture("PNG", **how)


def jpeg(**how: Any) -> bytes:
    return picture("JPEG", **how)


PNG, JPEG = png(), jpeg()
# 64 x 48 pixels of teal: nothing that we install writes this format.
HEIC = base64.b64decode("""
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA
AAAAACJpbG9jAAAAAERAAAEAAQAAAAABegABAAAAAAAAABgAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAA
AA5waXRtAAAAAAABAAAA1mlwcnAAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNw
AAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHB
crAiQAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAA
AAABAAEEgQIDBAAAACBtZGF0AAAAFCgBrwQY/Hk46//4ESe7yftNZHQ4""")


@cache
def document() -> bytes:
    made = docx.Document()
    made.add_paragraph("调解笔录")
    return saved(made.save)


def workbook() -> bytes:
    made = openpyxl.Workbook()
    made.active.append(["姓名", "金额"])
    return saved(made.save)


def pdf(spoil: Callable[[pikepdf.Pdf], Any] | None = None, **how: Any) -> bytes:
    """A page; `spoil` adds to it, `how` says how it is written."""
    with pikepdf.new() as book:
        book.add_blank_page()
        if spoil:
            spoil(book)
        return saved(lambda out: book.save(out, **how))


def sound(seconds: int = 1) -> bytes:
    def write(out: io.BytesIO) -> None:
        with wave.open(out, "wb") as made:
            made.setnchannels(1)
            made.setsampwidth(1)
            made.setframerate(8000)
            made.writeframes(bytes(128 for _ in range(8000 * seconds)))

    return saved(write)


def box(kind: bytes, body: bytes = b"") -> bytes:
    return (8 + len(body)).to_bytes(4) + kind + body


def film(brand: bytes = b"isom") -> bytes:
    return box(b"ftyp", brand + bytes(4) + brand) + box(b"moov", bytes(20)) + box(b"mdat", b"film")


MP3_FRAME = b"\xff\xfb\x90\x00" + bytes(413)  # 128 kbit/s, 44.1 kHz: 417 bytes
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x0a" + bytes(10) + MP3_FRAME * 5
WEBM = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm\x18\x53\x80\x67\x84" + bytes(4)
GOOD: dict[str, bytes] = {
    "jpg": JPEG, "png": PNG, "heic": HEIC, "pdf": pdf(), "docx": document(), "xlsx": workbook(),
    "txt": "甲某陈述：漏水".encode(), "mp3": MP3, "m4a": film(b"M4A "), "wav": sound(),
    "mp4": film(), "webm": WEBM,
}  # fmt: skip


def packed(entries: dict[str, bytes] | None = None, base: bytes = b"", **how: Any) -> bytes:
    """A container: that of `base`, with these entries put in or replaced."""
    entries = unpacked(base) | (entries or {}) if base else entries or {}

    def write(out: io.BytesIO) -> None:
        with zipfile.ZipFile(out, "w", how.get("method", zipfile.ZIP_DEFLATED)) as made:
            for name, body in entries.items():
                made.writestr(name, body)

    return saved(write)


def unpacked(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as box:
        return {name: box.read(name) for name in box.namelist()}
