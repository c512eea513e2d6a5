"""How long a decision stays public, which local rules set."""

from django.conf import settings

from lawgov.parameters.known import Parameter
from lawgov.parties.models import PartyKind

PERSON = Parameter(
    "publicity.person_years", "自然人行政处罚公示期限", settings.PUBLICITY_PERSON_YEARS, "年", 1, 10
)
ORGANISATION = Parameter(
    "publicity.organisation_years", "单位行政处罚公示期限", settings.PUBLICITY_ORGANISATION_YEARS,
    "年", 1, 10,
)  # fmt: skip
YEARS = {PartyKind.PERSON: PERSON, PartyKind.ORGANISATION: ORGANISATION}
# Working days in which a penalty or licence, or else any other result, is published: 118号.
PENALTY_DAYS, OTHER_DAYS = 7, 20
WITHDRAWAL_DAYS = 3  # 行政处罚法第四十八条
