"""Where the attachments of a dispute belong in its file: each in one place, by what it is of."""

from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.models import Attachment, Case
from lawgov.dossiers.pieces import Finder, Piece

from ..choices import FileItem

# What an attachment is called by who adds it; the first that fits says where it stands.
CALLED: tuple[tuple[FileItem, tuple[str, ...]], ...] = (
    (FileItem.APPLICATION, ("申请书", "受理登记表")),
    (FileItem.NOTICE, ("告知书",)),
    (FileItem.IDENTITY, ("身份证", "营业执照", "户口簿")),
    (FileItem.AUTHORITY, ("授权委托", "委托书")),
    (FileItem.INVESTIGATION, ("调查记录",)),
    (FileItem.SESSION, ("调解记录",)),
    (FileItem.CONFIRMATION, ("司法确认", "裁定", "承诺书")),
    (FileItem.AGREEMENT, ("协议", "签名", "签署")),
    (FileItem.PERFORMANCE, ("履行", "收条", "转账", "汇款")),
    (FileItem.VISIT, ("回访",)),
)
# The parts whose rows name their files by hash.
OF_ROWS = {
    "evidence": FileItem.EVIDENCE,
    "signatures": FileItem.AGREEMENT,
    "performances": FileItem.PERFORMANCE,
}
MEDIA = ("audio/", "video/")


def hashes(rows: Iterable[Any]) -> set[str]:
    return {digest for row in rows for digest in row.files}


def place(case: Case, file: Attachment) -> FileItem:
    for part, item in OF_ROWS.items():
        if file.sha256 in hashes(case.part(part)):
            return item
    called = f"{file.label}{file.name}"
    fits = (item for item, words in CALLED if any(word in called for word in words))
    return next(fits, FileItem.EVIDENCE)


def of(item: FileItem) -> Finder:
    """The files that stand in this place; sound and film are told of in the note."""

    def find(case: Case) -> list[Piece]:
        return [
            Piece(file.label or file.name, file.at and localdate(file.at), file=file)
            for file in case.part("attachments")
            if not file.void and not file.media_type.startswith(MEDIA) and place(case, file) == item
        ]

    return find
