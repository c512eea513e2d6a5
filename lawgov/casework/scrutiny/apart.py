"""Decoders written in C see files from outside only in a process of their own (see limits)."""

import contextlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from .hostile import Hostile
from .limits import REFUSED, WAIT_SECONDS

BASE = Path(__file__).parents[3]
TOO_MUCH = "此文件无法在限定的时间和内存内读懂，请另存后再传"


def apart(file: IO[bytes], called: str) -> bytes:
    """What the decoder makes of the file: the preview of a picture, nothing of a PDF that is only
    looked into, its number of pages (PAGES), or one book of many (BOOK)."""
    command = [sys.executable, "-m", __package__, called]
    with contextlib.closing(own(file)) as stdin:
        try:
            done = subprocess.run(
                command, stdin=stdin, capture_output=True, check=False,
                timeout=WAIT_SECONDS, cwd=BASE, env={},
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Hostile(TOO_MUCH) from error
    if done.returncode == REFUSED:
        raise Hostile(done.stdout.decode())
    if done.returncode:
        raise Hostile(TOO_MUCH)
    return done.stdout


def own(file: IO[bytes]) -> IO[bytes]:
    """The file, opened for the other process alone, whose reading must not move ours."""
    if path := getattr(file, "temporary_file_path", None):
        return open(path(), "rb")
    aside = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.seek(0)
    shutil.copyfileobj(file, aside)
    aside.seek(0)
    return aside
