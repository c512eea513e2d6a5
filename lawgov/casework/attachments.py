"""Files of a case on their way out: checked against their hash, never shown inside a page."""

import hashlib
from typing import IO

from django.core.files.storage import default_storage
from django.http import FileResponse

from lawgov.people.models import User
from lawgov.privacy.models import AccessLog

from .models import Attachment
from .refusals import StepRefused

DAMAGED = "附件缺失或与登记时的摘要不符，请联系系统管理员"


def served(row: Attachment, by: User) -> FileResponse:
    """The file as a download, written down. Who may have it was decided by who found the row."""
    file = whole(row)
    AccessLog.objects.create(
        by=by, subject=f"附件 {row.pk}", object_kind="casework.attachment", object_id=row.pk,
        field="file", reason="下载", allowed=True,
    )  # fmt: skip
    response = FileResponse(
        file, as_attachment=True, filename=row.name, content_type=row.media_type
    )
    response["Content-Security-Policy"] = "sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def whole(row: Attachment) -> IO[bytes]:
    """The file, if it still is what was put in."""
    try:
        file = default_storage.open(row.stored)
    except FileNotFoundError as error:
        raise StepRefused(DAMAGED) from error
    if hashlib.file_digest(file, "sha256").hexdigest() != row.sha256:
        file.close()
        raise StepRefused(DAMAGED)
    file.seek(0)
    return file
