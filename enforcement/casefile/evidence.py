"""The proof volume of a file: records of inquiry, 证1, 证2 …, and what else was handed in."""

from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.models import Attachment, Case
from lawgov.documents.papers import Row
from lawgov.dossiers.pieces import Finder, Piece, Shown, sheet

CARRIED = "来自"  # how what was handed on from a lead or an inspection is labelled


def inquiries(case: Case) -> list[Piece]:
    return [
        sheet(case, row, f"{row.get_form_display()}笔录", "inquiries")
        for row in case.part("inquiries")
    ]


def numbered(case: Case) -> list[Piece]:
    """Each by its number; what has no file is told by a sheet."""
    return [proof(case, row) for row in case.part("evidence") if not row.void]


def proof(case: Case, row: Any) -> Piece:
    label, file = str(row), case.one("attachments", row.attachment_id)
    if file and not file.void:
        return Piece(label, row.on, file=file)
    return sheet(case, row, label, "evidence")


def is_used(case: Case, file: Attachment) -> bool:
    """Whether it stands in the file already: as numbered evidence, or in the list of recordings."""
    shown = {row.attachment_id for row in case.part("evidence") if not row.void}
    filmed = {digest for row in recordings(case) for digest in row.digests}
    return file.pk in shown or file.sha256 in filmed


def others(carried: bool) -> Finder:
    """Files that are no evidence: those that came with the source, or the rest."""

    def find(case: Case) -> list[Piece]:
        return [
            Piece(file.label or file.name, file.at and localdate(file.at), file=file)
            for file in case.part("attachments")
            if not file.void
            and not is_used(case, file)
            and file.label.startswith(CARRIED) == carried
        ]

    return find


def recordings(case: Case) -> list[Any]:
    return [row for row in case.part("recordings") if not row.void]


def films(case: Case) -> list[Piece]:
    """Sound and film do not fit on paper: a list says what there is, where, with its hash."""
    rows = recordings(case)
    if not rows:
        return []

    def told(shown: Shown) -> list[Row]:
        return [(str(row), shown.text(described(row))) for row in rows]

    return [Piece("执法全过程记录清单", rows[-1].shot_on, rows=told)]


def described(row: Any) -> str:
    said = [
        f"地点：{row.place}",
        f"保管人：{row.keeper}",
        f"存储位置：{row.stored_at}",
        *(f"文件摘要：{digest}" for digest in row.digests),
    ]
    return "\n".join(said)
