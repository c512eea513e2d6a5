"""A sheet that somebody sent, as rows of cells: looked over first, read in a process of its own."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from lawgov.casework.refusals import BadFacts

READER = Path(__file__).with_name("reading.py")
PATIENCE = 60  # seconds on the clock; its processor time is limited by itself
MOST_ENTRIES, MOST_BYTES, MOST_RATIO = 200, 100 * 1024 * 1024, 100


class Sheet(NamedTuple):
    rows: list[list[Any]]
    version: str  # of the template it was filled in on, if it says so


def read(data: bytes) -> Sheet:
    """The rows, or BadFacts with the reason why the file is not taken."""
    if data.startswith(b"PK"):
        look_over(data)
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(READER)], input=data, capture_output=True, timeout=PATIENCE
        )
        found = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, ValueError):
        found = {}
    if "rows" not in found:
        raise unread(found.get("fault") or "文件过大或内容异常，不能读取；请用模板重新填写")
    return Sheet(found["rows"], found["version"])


def look_over(data: bytes) -> None:
    """Before anything is unpacked: what the archive says of itself."""
    try:
        entries = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise unread("文件已损坏，不能读取") from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > min(MOST_BYTES, len(data) * MOST_RATIO):
        raise unread("文件解压后过大，不能读取；请用模板重新填写")
    if any(entry.flag_bits & 1 for entry in entries):
        raise unread("文件有密码保护，请取消密码后上传")


def unread(why: str) -> BadFacts:
    return BadFacts({"file": [why]})
