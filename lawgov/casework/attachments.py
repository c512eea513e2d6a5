"""Files of a case on their way out: checked against their hash, never shown inside a page."""

import hashlib
from typing import IO

from django.core.files.storage import default_storage
from django.http import FileResponse

from .models import Attachment
from .refusals import StepRefused

DAMAGED = "附件缺失或与登记时的摘要不符，请联系系统管理员"


def served(row: Attachment) -> FileResponse:
    """The file as a download. Who may have it was decided by who found the row."""
    response = FileResponse(
        whole(row), as_attachment=True, filename=row.name, content_type=row.media_type
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
