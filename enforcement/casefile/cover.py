"""案卷封面: what a file is called, who made it, and how long it is kept."""

from datetime import date

from enforcement.penalty.choices import Retention
from enforcement.penalty.signing import agency
from lawgov.casework.models import Case, Event
from lawgov.documents.papers import Row
from lawgov.documents.values import Masked
from lawgov.parties.models import Charged, Party, PartyKind
from lawgov.privacy.masks import mask_name
from lawgov.units import scope

from .pieces import Shown

SERIAL = 4  # digits of the serial in 归档号


def name(case: Case, shown: Shown) -> str:
    """当事人 + 违法行为 + 案."""
    charged = [party for party in case.part("parties") if party.side == Charged.PARTY]
    title = shown.text(case.title)
    return f"{'、'.join(called(party, shown) for party in charged)}{title.removesuffix('案')}案"


def called(party: Party, shown: Shown) -> str:
    if isinstance(shown, Masked) and party.kind == PartyKind.PERSON:
        return mask_name(party.name)
    return shown.name(party)


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


def day(on: date | None) -> str:
    return on.isoformat() if on else ""


def first(case: Case, step: str) -> date | None:
    return next((event.on for event in case.history if event.step == step), None)


def archive_number(case: Case) -> str:
    """Year and serial: its place among what the street archived in that year. Events are never
    taken back, so the place never changes."""
    done = next((event for event in case.history if event.step == "archive"), None)
    if done is None:
        return ""
    year = done.on.year
    before = Event.objects.filter(
        scope.within("unit", [scope.span(case.registry)]),
        kind=case.kind, step="archive", on__gte=date(year, 1, 1), on__lt=date(year + 1, 1, 1),
        pk__lte=done.pk,
    )  # fmt: skip
    return f"{year}{before.count():0{SERIAL}}"
