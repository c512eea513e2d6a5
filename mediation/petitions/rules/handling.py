"""What is asked while a petition is handled: who may not, how long, and what an opinion needs."""

from typing import Any

from django.db.models import Q

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.people.models import User
from lawgov.workdays import calendar
from mediation.rules.law import PETITION_RULES, Facts
from mediation.rules.leading import current

from ..choices import Standing
from ..limits import ASK, EXTEND
from ..models import Petition


def sits(case: Any, facts: Facts) -> bool:
    return facts["handler"].seat_for(case.procedure.workers, case.desk) is not None


def stepped_aside(case: Any) -> set[int]:
    return {event.facts["aside"] for event in case.history if "aside" in event.facts}


def may_handle(case: Any, facts: Facts) -> bool:
    return facts["handler"].pk not in stepped_aside(case)


def works_for_accused(case: Any, user: User) -> bool:
    """The accused in person, or somebody of the very unit that is accused."""
    accused, unit = case.detail.accused_id, case.detail.accused_unit
    return user.pk == accused or any(unit and seat.unit == unit for seat in user.seats)


def accuses(user: User) -> Q:
    """The petitions that accuse the user or a unit where the user sits, whoever handles them."""
    units = {seat.unit for seat in user.seats}
    rows = Petition.objects.filter(Q(accused=user) | Q(accused_unit__in=units))
    return Q(pk__in=rows.values("case"))


def hidden_from_accused(case: Any, facts: Facts) -> bool:
    for name in ("handler", "leader"):
        if name in facts:
            return not works_for_accused(case, facts[name])
    return not case.detail.accused_unit or facts["to"] != case.detail.accused_unit


def within_time(case: Any, facts: Facts) -> bool:
    running = [each for each in case.clocks() if each.clock.label == "信访办结"]
    return all(each.due is None or facts["on"] <= each.due for each in running)


def asked_in_time(name: str) -> Any:
    def holds(case: Any, facts: Facts) -> bool:
        day = getattr(case.detail, name)
        return day is not None and facts["on"] <= calendar.add(day, ASK, working=False).day

    return holds


def has_leader(case: Any, facts: Facts) -> bool:
    return case.detail.standing != Standing.BACKLOG or current(case) is not None


SITS_HERE = rule_of_house("经办人应在经办单位任职、办理信访事项", sits, asks=True)
NO_INTEREST = Rule(
    "信访工作人员与信访事项或者信访人有直接利害关系的，应当回避",
    PETITION_RULES,
    "第二十八条",
    lambda case, facts: bool(facts.get("no_interest")) and may_handle(case, facts),
    asks=True,
)
NOT_TO_ACCUSED = Rule(
    "不得将信访人的检举、控告材料及有关情况透露或者转给被检举、控告的人员或者单位",
    PETITION_RULES,
    "第三十条",
    hidden_from_accused,
    asks=True,
    concerns=lambda case: bool(case.detail.accused_id or case.detail.accused_unit),
)
IS_ANOTHER = rule_of_house(
    "接替的经办人应是原经办人以外的人",
    lambda case, facts: facts["handler"].pk != case.handler_id,
    asks=True,
)
EXTENDED_ONCE = Rule(
    f"情况复杂的经本机关负责人批准可以延长办理期限，只延一次，不得超过{EXTEND}日",
    PETITION_RULES,
    "第三十四条",
    lambda case, facts: case.detail.extended_on is None,
)
EXTENDED_IN_TIME = Rule(
    "延期应在办理期限届满前批准，并告知信访人延期理由",
    PETITION_RULES,
    "第三十四条",
    lambda case, facts: bool(facts.get("told")) and within_time(case, facts),
    asks=True,
)
REVIEW_IN_TIME = Rule(
    f"对处理意见不服的，自收到书面答复之日起{ASK}日内请求复查",
    PETITION_RULES,
    "第三十五条",
    asked_in_time("delivered_on"),
    asks=True,
)
RECHECK_IN_TIME = Rule(
    f"对复查意见不服的，自收到书面答复之日起{ASK}日内请求复核",
    PETITION_RULES,
    "第三十六条",
    asked_in_time("review_delivered_on"),
    asks=True,
)
LED = rule_of_house("信访积案须有包案领导", has_leader)
DELIVERED = rule_of_house(
    "处理意见书须先送达信访人",
    lambda case, facts: case.state != "concluded" or case.detail.delivered_on is not None,
)
