"""What must hold before a question of law is put on the agenda and answered."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.meetings.choices import Capacity, Type
from lawgov.meetings.models import Attendee
from lawgov.units import scope

Facts = Mapping[str, Any]
EXPERTS = (Capacity.JUDGE, Capacity.COUNSEL)


def quarter_meetings(case: Any) -> Any:
    """The quarter's meetings of the street that may still take a question."""
    street = scope.street(case.unit)
    open_now = Case.objects.filter(kind="meeting", unit=street, state__in=("called", "held"))
    return open_now.filter(meeting__type=Type.QUARTER).order_by("meeting__planned_on")


def meeting(case: Any, facts: Facts) -> Any:
    return quarter_meetings(case).filter(pk=facts["meeting"]).first()


def experts(case: Any) -> Any:
    """Judges and counsel who were at the meeting of this question."""
    there = Attendee.objects.filter(case=case.detail.meeting_id, capacity__in=EXPERTS)
    return there.order_by("pk")


def expert(case: Any, facts: Facts) -> Any:
    return experts(case).filter(pk=facts["expert"]).first()


def is_held(case: Any, facts: Facts) -> bool:
    held = case.detail.meeting
    return held is not None and held.state not in ("called", "cancelled")


ON_A_QUARTER = rule_of_house(
    "应列入本街镇已通知或正在召开的季度总结和专业指导会",
    lambda case, facts: meeting(case, facts) is not None,
    asks=True,
)
HELD = rule_of_house("会议召开之后方可登记答复", is_held)
BY_EXPERT = rule_of_house(
    "答复人应为到会的法官或法律顾问",
    lambda case, facts: expert(case, facts) is not None,
    asks=True,
)
