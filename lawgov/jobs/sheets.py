"""A sheet that somebody sent, as rows of cells: looked over first, read in a process of its own."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from lawgov.casework.refusals import BadFacts
from lawgov.casework.scrutiny import containers
from lawgov.casework.scrutiny.hostile import Hostile

READER = Path(__file__).with_name("reading.py")
PATIENCE = 60  # seconds on the clock; its processor time is limited by itself
MOST_ENTRIES = 200  # a sheet needs a dozen


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
    """Before anything is unpacked: what the container says of itself."""
    try:
        entries = containers.opened(BytesIO(data)).infolist()
    except Hostile as hostile:
        raise unread(str(hostile)) from hostile
    if len(entries) > MOST_ENTRIES:
        raise unread("文件内的部分过多，不能读取；请用模板重新填写")


def unread(why: str) -> BadFacts:
    return BadFacts({"file": [why]})
