"""Files that come with a step: judged by their content, kept under a random name, with a hash."""

import hashlib
import os
import uuid
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import filetype
from django import forms
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile

from .facts import Fact, Wrong
from .text import clean, unclean

# Ending -> what the content must be. Office files are zip containers with their own marks.
ALLOWED = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "pdf": "application/pdf",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class File(Fact):
    """An uploaded file; reading it gives the columns of an attachment, with the file kept aside."""

    def read(self, raw: Any) -> UploadedFile:
        if not isinstance(raw, UploadedFile):
            raise Wrong("应为上传的文件")
        most = settings.ATTACHMENT_MAX_MB
        if not raw.size or raw.size > most * 1024 * 1024:
            raise Wrong(f"文件应不为空且不超过{most}MB")
        if (why := unclean(raw.name or "")) or not (raw.name or "").strip():
            raise Wrong(f"文件名{why or '为空'}")
        if media_type(raw) is None:
            kinds = "、".join(sorted(ALLOWED))
            raise Wrong(f"只收 {kinds}，且内容须与扩展名一致")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        widget = forms.FileInput(attrs={"accept": ",".join(f".{end}" for end in ALLOWED)})
        return forms.FileField(widget=widget, **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "binary"}

    def kept(self, value: Any) -> Any:
        """The event keeps the hash: so the chain vouches for the bytes."""
        return sha256(value)

    def shown(self, value: Any) -> str:
        return f"摘要 {value[:16]}…"


def sha256(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def media_type(file: UploadedFile) -> str | None:
    """What the content is, where it is allowed and the ending agrees."""
    ending = PurePath(file.name or "").suffix.lower().lstrip(".")
    file.seek(0)
    guess = filetype.guess(file.read(8192))
    file.seek(0)
    found = guess.mime if guess else None
    return found if found and ALLOWED.get(ending) == found else None


def keep(file: UploadedFile) -> dict[str, Any]:
    """Store the bytes and give the columns of the attachment's row."""
    kind, digest = media_type(file), sha256(file)
    stored = default_storage.save(f"attachments/{uuid.uuid4().hex}", file)
    name = clean(os.path.basename((file.name or "").replace("\\", "/")))[:200]
    return {
        "name": name,
        "stored": stored,
        "media_type": kind,
        "size": file.size,
        "sha256": digest,
    }


def forget(rows: list[Any]) -> None:
    """Remove the files of rows that were not written after all."""
    for row in rows:
        if stored := getattr(row, "stored", ""):
            default_storage.delete(stored)
