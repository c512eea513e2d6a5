"""What is asked of who is put in charge of a hard case: 信访工作条例第十八条."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.people.models import Role

from ..choices import Level
from .law import PETITION_RULES, Facts

SEATS = {
    Level.PRINCIPAL: (Role.LEADER,),
    Level.STREET: (Role.LEADER,),
    Level.COMMUNITY: (Role.COMMUNITY_WORKER,),
}
SEATS_OF_ANY = (Role.LEADER, Role.COMMUNITY_WORKER)


def current(case: Any) -> Any:
    """Who answers for the case now."""
    return next((row for row in case.part("charges") if row.until is None), None)


def leads_here(case: Any, facts: Facts) -> bool:
    seats = SEATS[Level(facts["level"])]
    return facts["leader"].seat_for(seats, case.unit) is not None


def is_another(case: Any, facts: Facts) -> bool:
    row = current(case)
    return row is None or (row.leader_id, row.level) != (facts["leader"].pk, facts["level"])


LEADS_HERE = Rule(
    "包案领导应在案件所属街镇任领导，社区两委包案的应在所属社区任职",
    PETITION_RULES,
    "第十八条",
    leads_here,
    asks=True,
)
ANOTHER_LEADER = rule_of_house("此人已是本案现任包案领导", is_another, asks=True)
SAYS_WHY = rule_of_house(
    "变更包案领导须写明原因",
    lambda case, facts: current(case) is None or bool(facts.get("handed_why")),
    asks=True,
)
SETTLE_AHEAD = rule_of_house(
    "化解时限不得早于包案日期",
    lambda case, facts: "settle_by" not in facts or facts["settle_by"] >= facts["on"],
    asks=True,
)
