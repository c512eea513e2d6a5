"""案卷封面: what a file is called, who made it, and how long it is kept."""

from enforcement.penalty.choices import Retention
from enforcement.penalty.signing import agency
from lawgov.casework.models import Case
from lawgov.documents.papers import Row
from lawgov.dossiers.cover import archive_number, called, day, first
from lawgov.dossiers.pieces import Shown
from lawgov.parties.models import Charged


def name(case: Case, shown: Shown) -> str:
    """当事人 + 违法行为 + 案."""
    charged = [party for party in case.part("parties") if party.side == Charged.PARTY]
    title = shown.text(case.title)
    return f"{'、'.join(called(party, shown) for party in charged)}{title.removesuffix('案')}案"


def rows(case: Case, shown: Shown, count: str) -> list[Row]:
    decisions = case.part("decisions")
    closed = first(case, "close") or case.closed_on
    return [
        ("案件名称", name(case, shown)),
        ("案件编号", case.number),
        ("决定书文号", next((row.number for row in decisions if row.number), "")),
        ("办案机构", agency(case)),
        ("立案日期", day(case.detail.filed_on)),
        ("结案日期", day(closed)),
        ("保管期限", Retention(case.detail.retention).label if case.detail.retention else ""),
        ("件数页数", count),
        ("归档号", archive_number(case)),
    ]
