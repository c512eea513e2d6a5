"""当事人身份证明: each party with the number that was checked, once everybody has one."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.documents.papers import Row
from lawgov.dossiers.pieces import Piece, Shown

from ..documents.words import described


def is_identified(party: Any) -> bool:
    return bool(party.id_number or party.credit_code)


def identity(case: Case) -> list[Piece]:
    parties = case.part("parties")
    if not parties or not all(map(is_identified, parties)):
        return []

    def rows(shown: Shown) -> list[Row]:
        return [(party.get_side_display(), described(party, shown)) for party in parties]

    return [Piece("当事人身份信息核对表", case.opened_on, rows=rows)]
