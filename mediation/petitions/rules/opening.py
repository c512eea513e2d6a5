"""What is asked when a petition comes in: who speaks, whether it belongs here, whether it ended."""

from typing import Any

from django.db.models import Q

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Entry
from lawgov.casework.procedure import Rule
from lawgov.parties.models import Party
from lawgov.units import scope
from lawgov.workdays import calendar
from mediation.rules.law import PETITION_RULES, Facts

from ..choices import Channel, Path
from ..limits import OBJECT, REPRESENTATIVES


def represented(case: Any, facts: Facts) -> bool:
    """A group that comes in person sends at most five."""
    count = facts.get("representatives")
    together = facts["channel"] == Channel.VISIT and facts.get("persons", 1) > REPRESENTATIVES
    return (count is not None or not together) and (count or 0) <= REPRESENTATIVES


def is_reception(case: Any, facts: Facts) -> bool:
    """A valid batch received in the unit's own line of the tree that led to no petition yet."""
    if "entry" not in facts:
        return True
    seen = Entry.objects.visible_to(facts["by"], "reception") if facts["by"] else Entry.objects
    rows = seen.filter(kind="reception", void=False, links=None)
    entry = rows.filter(pk=facts["entry"]).first()
    return entry is not None and (
        scope.covers(entry.unit, case.unit) or scope.covers(case.unit, entry.unit)
    )


def objects_in_time(case: Any, facts: Facts) -> bool:
    last = calendar.add(case.opened_on, OBJECT, working=True).day
    return bool(facts["on"] <= last)


def ended_before(case: Any) -> bool:
    """Whether the same person's petition of the same matter went through all three instances."""
    own = [p.id_blind for p in case.part("parties") if p.id_blind]
    ended = Party.objects.filter(
        ~Q(case=case.pk), case__kind="petition", id_blind__in=own,
        case__petition__type=case.detail.type, case__petition__final_on__isnull=False,
    )  # fmt: skip
    return bool(own) and ended.exists()


REPRESENTED = Rule(
    "多人走访提出共同的信访事项，应当推选代表，代表人数不得超过五人",
    PETITION_RULES,
    "第二十条",
    represented,
    asks=True,
)
RECEIVED = rule_of_house("所填接访记录应是本单位有效、尚未登记信访的记录", is_reception, asks=True)
BELONGS_HERE = Rule(
    "应当通过诉讼、仲裁、党内途径、行政程序、履行法定职责处理的，导入相应途径，不按信访程序受理",
    PETITION_RULES,
    "第三十一条",
    lambda case, facts: facts["path"] == Path.PETITION,
    asks=True,
)
BELONGS_ELSEWHERE = Rule(
    "属于信访程序的事项应当受理",
    PETITION_RULES,
    "第三十一条",
    lambda case, facts: facts["path"] != Path.PETITION,
    asks=True,
)
NOT_ENDED = Rule(
    "经复核终结后，以同一事实和理由再次提出的不再受理",
    PETITION_RULES,
    "第三十六条",
    lambda case, facts: bool(facts.get("new_facts")) or not ended_before(case),
    asks=True,
)
WAS_ENDED = Rule(
    "复核终结后以同一事实和理由再次提出的，方可不再受理",
    PETITION_RULES,
    "第三十六条",
    lambda case, facts: bool(facts.get("final_number")) or ended_before(case),
    asks=True,
)
WAS_TRANSFERRED = Rule(
    "对转送、交办的信访事项方可提出异议",
    PETITION_RULES,
    "第二十三条",
    lambda case, facts: case.channel == Channel.TRANSFERRED,
)
OBJECT_IN_TIME = Rule(
    "认为不属于本机关职权范围的，应自收到转送、交办之日起五个工作日内提出异议，并说明理由",
    PETITION_RULES,
    "第二十三条",
    objects_in_time,
    asks=True,
)
