"""卷宗封面: 卷名, 卷号, the mediator, from when to when, who filed it, how long it is kept."""

from datetime import date

from lawgov.casework.models import Case
from lawgov.documents.papers import Row
from lawgov.dossiers.cover import archive_number, called, day, first, taken
from lawgov.dossiers.pieces import Shown
from lawgov.parties.models import Side

from ..choices import DISPUTE_TYPE, Retention
from ..documents.words import committee
from . import limits


def name(case: Case, shown: Shown) -> str:
    """申请人 and 被申请人, and what they fell out about."""
    sides = [
        "、".join(called(p, shown) for p in case.part("parties") if p.side == side)
        for side in (Side.APPLICANT, Side.RESPONDENT)
    ]
    who = "与".join(each for each in sides if each)
    return f"{who}：{shown.text(case.title)}" if who else shown.text(case.title)


def rows(case: Case, shown: Shown, count: str) -> list[Row]:
    filed = taken(case, "archive")
    return [
        ("卷名", name(case, shown)),
        ("卷号", case.number),
        ("纠纷类型", DISPUTE_TYPE.on(case.opened_on).get(case.detail.type, "")),
        ("人民调解委员会", committee(case)),
        ("人民调解员", case.handler.name if case.handler else ""),
        ("调解日期", f"{day(first(case, 'accept') or case.opened_on)} 至 {day(case.closed_on)}"),
        ("立卷人", filed.by.name if filed and filed.by else ""),
        ("立卷日期", day(filed.on if filed else None)),
        ("保管期限", kept(case, filed.on if filed else None)),
        ("件数页数", count),
        ("归档号", archive_number(case)),
        ("备注", "有卷宗情况说明" if case.part("file_notes") else ""),
    ]


def kept(case: Case, filed: date | None) -> str:
    """The term, and until which year; what is kept for ever has none."""
    term = case.detail.retention
    if not term or filed is None:
        return ""
    years = {Retention.SHORT: limits.SHORT_YEARS, Retention.LONG: limits.LONG_YEARS}.get(term)
    label = str(Retention(term).label)
    if years is None:
        return label
    n = years.on(case.unit, filed)
    return f"{label}（{n}年，至{filed.year + n}年）"
