"""Files on their way out: asked for anew each time, checked against their hash, noted."""

import hashlib
from typing import IO, TypeVar

from django.core.files.storage import default_storage
from django.db.models import Q
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.utils import timezone

from lawgov.people.models import User
from lawgov.privacy.models import AccessLog

from . import ranges
from .models import Attachment, Case, Entry
from .refusals import NotYours, StepRefused

Handed = TypeVar("Handed", bound=HttpResponseBase)
DAMAGED = "附件缺失或与登记时的摘要不符，请联系系统管理员"
SHOWN = ("application/pdf", "audio/", "video/")  # what a browser shows of itself
# A document of no origin: it runs nothing, and is nobody's page.
SHUT = "sandbox; default-src 'none'; frame-ancestors 'none'"
# Browsers give a PDF to a viewer of their own, which a sandbox would keep out.
VIEWED = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


def find(user: User, pk: int) -> Attachment:
    """The attachment, if the user sees its case or its entry."""
    seen = Q(case__in=Case.objects.visible_to(user)) | Q(entry__in=Entry.objects.visible_to(user))
    rows = Attachment.objects.filter(seen, pk=pk)
    if not (row := rows.select_related("case", "entry").first()):
        raise Http404
    return row


def served(row: Attachment, by: User) -> FileResponse:
    """The file as a download, written down; a voided one only for who works on the case."""
    void = is_void(row)
    if void and not works_on(row, by):
        raise NotYours("已作废的附件只供经办单位的人员核对")
    file = whole(row)
    reason = "下载已作废的附件" if void else "下载"
    AccessLog.objects.note(by, row, "file", reason)
    response = FileResponse(
        file, as_attachment=True, filename=row.name, content_type=row.media_type
    )
    return shut(response, SHUT)


def previewed(row: Attachment, by: User, asked: str) -> HttpResponseBase:
    """What a page shows of it: a picture drawn anew, or the file itself where a browser plays it.

    The first look of a day is written down and checks the hash; a player asks many times.
    """
    if is_void(row) or not shows(row):
        raise Http404
    if not seen_today(row, by):
        whole(row).close()
        AccessLog.objects.note(by, row, "preview", "预览")
    stored = row.preview or row.stored
    try:
        file = default_storage.open(stored)
    except FileNotFoundError as error:
        raise StepRefused(DAMAGED) from error
    media_type = "image/jpeg" if row.preview else row.media_type
    response = ranges.answer(file, file.size, media_type, asked)
    return shut(response, VIEWED if row.media_type == "application/pdf" else SHUT)


def shows(row: Attachment) -> bool:
    return bool(row.preview) or row.media_type.startswith(SHOWN)


def is_void(row: Attachment) -> bool:
    """An entry is voided with its files."""
    return row.void or bool(row.entry and row.entry.void)


def works_on(row: Attachment, by: User) -> bool:
    if row.case:
        return may_void(row.case, by)
    return bool(row.entry and by.seat_for(row.entry.register.writers, row.entry.unit))


def may_void(case: Case, by: User) -> bool:
    """Whether the user works at the desk on the files of this case."""
    step = case.procedure.steps.get("void_attachment")
    return bool(step and case.seat(by, step))


def seen_today(row: Attachment, by: User) -> bool:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return AccessLog.objects.filter(
        by=by, at__gte=midnight, object_kind="casework.attachment", object_id=row.pk,
        field="preview",
    ).exists()  # fmt: skip


def shut(response: Handed, policy: str) -> Handed:
    response["Content-Security-Policy"] = policy
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
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
