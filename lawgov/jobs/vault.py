"""The files of jobs: encrypted, under random names, gone when their time is over."""

import hashlib
import os
import uuid
from datetime import datetime
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse

from lawgov.privacy.crypto import NONCE_BYTES, cipher

ABOUT = b"jobs.file"
FOLDER = "jobs"


def keep(data: bytes) -> str:
    nonce = os.urandom(NONCE_BYTES)
    body = ContentFile(nonce + cipher().encrypt(nonce, data, ABOUT))
    return default_storage.save(f"{FOLDER}/{uuid.uuid4().hex}", body)


def fetch(name: str) -> bytes:
    with default_storage.open(name) as file:
        body = file.read()
    return cipher().decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], ABOUT)


def forget(name: str) -> None:
    if name:
        default_storage.delete(name)


def listed() -> list[str]:
    return default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else []


def made_at(name: str) -> datetime:
    return default_storage.get_modified_time(name)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def download(data: bytes, name: str) -> FileResponse:
    """Always to be saved, never shown inside a page."""
    response = FileResponse(BytesIO(data), as_attachment=True, filename=name)
    response.headers["Content-Security-Policy"] = "sandbox"
    return response
