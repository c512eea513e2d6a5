"""卷内目录: the thirteen places of a dispute's file in their order, and what is found for each."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import TextChoices

from lawgov.casework.models import Case
from lawgov.documents.papers import Content, Row
from lawgov.dossiers.cover import first, taken
from lawgov.dossiers.dossier import Slot
from lawgov.dossiers.pieces import (
    Finder,
    Piece,
    Shown,
    day_of,
    each_of,
    either,
    of_papers,
    of_steps,
)

from ..choices import AgreementKind, FileItem
from ..documents import agreeing, closing, following, meeting
from ..documents.words import FORM, party_rows
from ..rules.filing import lacking
from . import files
from .identity import identity

Tells = Callable[[Case, Any, Shown], Content]


class Volume(TextChoices):
    WHOLE = "whole", "卷宗"


def each_row(part: str, label: str, tells: Tells, layout: str = FORM) -> Finder:
    """A paper for each row of a part."""

    def find(case: Case) -> list[Piece]:
        return [
            Piece(label, day_of(row), content=partial(tells, case, row), layout=layout)
            for row in case.part(part)
        ]

    return find


def registered(case: Case) -> list[Piece]:
    """Before it is accepted, all that there is of a dispute is what was logged."""

    def rows(shown: Shown) -> list[Row]:
        return [*party_rows(case, shown), ("纠纷简要情况", shown.text(case.detail.summary))]

    return [Piece("纠纷登记", case.opened_on, rows=rows)]


def agreements(case: Case) -> list[Piece]:
    """Every agreement that was made, those that fell away too; final texts with their number."""
    numbers = {row.paper: row.number for row in case.part("finals")}
    return [agreed(case, row, numbers) for row in case.part("agreements")]


def agreed(case: Case, row: Any, numbers: dict[str, str]) -> Piece:
    oral = row.form == AgreementKind.ORAL
    label, paper = ("口头协议登记表", "oral-agreement") if oral else ("人民调解协议书", "agreement")
    tells = agreeing.of_oral if oral else agreeing.of_written
    return Piece(
        label, row.effective_on, content=partial(tells, case, row),
        layout=FORM if oral else "letter", number=numbers.get(paper, ""),
    )  # fmt: skip


def authority(case: Case) -> list[Piece]:
    return files.of(FileItem.AUTHORITY)(case)


def notice(case: Case) -> list[Piece]:
    """What a party was told stands here once it was."""
    return of_papers("notice")(case) if case.detail.informed_on else []


def note(case: Case) -> list[Piece]:
    """There is one where something is missing, was explained, or cannot be bound."""
    told = lacking(case) or case.part("file_notes") or closing.recordings(case) != "无"
    found = partial(closing.note, case)
    piece = Piece("卷宗情况说明", first(case, "archive"), content=found, layout=FORM)
    return [piece] if told else []


def back(case: Case) -> list[Piece]:
    """封底: who made the file, who looked it over, and when."""
    filed = taken(case, "archive")

    def rows(shown: Shown) -> list[Row]:
        return [
            ("卷号", case.number),
            ("立卷人", filed.by.name if filed and filed.by else ""),
            ("检查人", closing.checker(case)),
            ("立卷日期", str(filed.on) if filed else ""),
        ]

    return [Piece("封底", filed.on if filed else None, rows=rows)]


ENDED = of_steps("终结情况", "reject", "fail", "withdraw", "refer")
FINDERS: dict[FileItem, Finder] = {
    FileItem.APPLICATION: each_of(
        of_papers("application"), either(of_papers("intake"), registered),
        files.of(FileItem.APPLICATION),
    ),
    FileItem.NOTICE: each_of(notice, files.of(FileItem.NOTICE)),
    FileItem.IDENTITY: each_of(identity, files.of(FileItem.IDENTITY)),
    FileItem.AUTHORITY: authority,
    FileItem.INVESTIGATION: each_of(
        each_row("investigations", "人民调解调查记录", meeting.investigation),
        files.of(FileItem.INVESTIGATION),
    ),
    FileItem.EVIDENCE: each_of(of_papers("evidence"), files.of(FileItem.EVIDENCE)),
    FileItem.SESSION: each_of(
        each_row("sessions", "人民调解记录", meeting.session), files.of(FileItem.SESSION), ENDED,
    ),
    FileItem.AGREEMENT: each_of(agreements, files.of(FileItem.AGREEMENT)),
    FileItem.PERFORMANCE: each_of(
        each_row("performances", "履行凭证", following.voucher), files.of(FileItem.PERFORMANCE),
    ),
    FileItem.VISIT: each_of(
        each_row("visits", "人民调解回访记录", following.visit), files.of(FileItem.VISIT),
    ),
    FileItem.CONFIRMATION: each_of(
        of_papers("confirmation", "pledge"),
        of_steps("司法确认裁定", "record_ruling"), files.of(FileItem.CONFIRMATION),
    ),
    FileItem.NOTE: note,
    FileItem.BACK: back,
}  # fmt: skip
ORDER = tuple(Slot(item, Volume.WHOLE, str(item.label), find) for item, find in FINDERS.items())
