"""What is asked when a dispute goes to another agency, and before it may rest."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.handovers.agencies import near
from lawgov.organisations.models import Kind
from lawgov.people.models import User
from lawgov.units import scope

from ..choices import Organ
from .law import Facts

# Whom the register knows of the organs that a party may be pointed to.
BODIES = {
    Organ.POLICE: Kind.POLICE,
    Organ.COURT: Kind.COURT,
    Organ.ARBITRATION: Kind.ARBITRATION,
    Organ.PETITION: Kind.PETITION_OFFICE,
    Organ.DISTRICT: Kind.DISTRICT_CENTRE,
}


def handles(case: Any, user: User) -> bool:
    return bool(case.handler_id == user.pk)


def is_unknown(case: Any, facts: Facts) -> bool:
    body = BODIES.get(facts["organ"])
    return body is None or not near(case.unit, facts["on"]).filter(kind=body).exists()


def by_the_street(case: Any, facts: Facts) -> bool:
    to_district = facts["agency"].kind == Kind.DISTRICT_CENTRE
    return not to_district or len(case.desk) == scope.STREET_DIGITS


BY_THE_STREET = rule_of_house(
    "区级矛调中心由街镇上报，社区、网格先上报街镇", by_the_street, asks=True
)
HANDSHAKE = rule_of_house(
    "机构名录内有该机关的，应“移送其他机构”并登记对方接收，不直接转送", is_unknown, asks=True
)
