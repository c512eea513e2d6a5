"""From which fine on a party may ask for a hearing: set by each region (行政处罚法第六十三条)."""

from datetime import date

from django.conf import settings

from lawgov.parameters.known import Parameter
from lawgov.parties.models import PartyKind

LAW = "《行政处罚法》第六十三条第一项（较大数额由地方规定）"
THRESHOLDS = {
    PartyKind.PERSON: Parameter(
        "enforcement.hearing_person", "个人听证罚款起点",
        settings.ENFORCEMENT_HEARING_PERSON, "元", 100, 1_000_000, basis=LAW,
    ),
    PartyKind.ORGANISATION: Parameter(
        "enforcement.hearing_organisation", "单位听证罚款起点",
        settings.ENFORCEMENT_HEARING_ORGANISATION, "元", 1_000, 10_000_000, basis=LAW,
    ),
}  # fmt: skip


def threshold(unit: str, party_kind: str, on: date | None = None) -> int:
    """In 分; who is neither named a person nor a body is treated as a person."""
    parameter = THRESHOLDS[PartyKind(party_kind or PartyKind.PERSON)]
    return parameter.on(unit, on) * 100
