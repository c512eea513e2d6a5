"""What is asked of a report by code, and of its reply, which everybody with the slip reads."""

from typing import Any

from django.db.models import Q

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Entry
from lawgov.privacy.masks import mask_text
from lawgov.units import scope

from ..choices import Risk
from ..rules.grading import RUNGS, STREET, wanted_level
from ..rules.law import Facts


def hanging(pk: int, on: Any) -> Entry | None:
    """The place whose code hangs on that day."""
    stands = Q(until=None) | Q(until__gt=on)
    places = Entry.objects.valid().filter(kind="code_place", on__lte=on)
    return places.filter(stands, pk=pk).first()


def place_fits(case: Any, facts: Facts) -> bool:
    place = hanging(facts["code_place"], facts["on"])
    return place is not None and place.unit == case.unit


def desks(case: Any) -> list[str]:
    """The line of the unit, from itself up to its street."""
    above = [code for code in scope.ancestors(case.unit) if len(code) >= scope.STREET_DIGITS]
    return [case.unit, *reversed(above)]


def desk_fits(case: Any, facts: Facts) -> bool:
    desk, street = facts["desk"], scope.street(case.unit)
    return scope.covers(street, desk) and (
        scope.covers(desk, case.unit) or scope.covers(case.unit, desk)
    )


def high_enough(case: Any, facts: Facts) -> bool:
    rung = RUNGS.get(scope.level(facts["desk"]), STREET)
    return rung >= wanted_level(case.unit, case.detail.risk or Risk.LOW)


def tells_nobody(case: Any, facts: Facts) -> bool:
    return mask_text(facts["reply"]) == facts["reply"]


PLACE_FITS = rule_of_house("二维码点位应在用，且属于所报单位", place_fits, asks=True)
DESK_FITS = rule_of_house("处置单位应是上报单位或其上下级单位", desk_fits, asks=True)
BY_COLOUR = rule_of_house(
    "等级决定由哪一级处置：红色由街道、黄色由社区以上", high_enough, asks=True
)
TELLS_NOBODY = rule_of_house("答复由上报人查看，不得写证件号码、电话号码", tells_nobody, asks=True)
