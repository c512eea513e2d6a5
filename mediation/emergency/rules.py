"""What is asked of an incident: a team of the street, and those who are on its roster that day."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.organisations.models import Kind
from lawgov.units import scope
from lawgov.units.periods import stands
from mediation.rules.law import Facts


def team_here(case: Any, facts: Facts) -> bool:
    team = facts["team"]
    same = scope.covers(scope.street(case.unit), team.unit)
    return team.kind == Kind.EMERGENCY_TEAM and same and stands(team, facts["on"])


def on_the_roster(case: Any, facts: Facts) -> bool:
    """Each of the team that goes, or went, and in it on that day."""
    team = facts["team"].pk if "team" in facts else case.detail.team_id
    return all(
        each.organisation_id == team and stands(each, facts["on"]) for each in facts["members"]
    )


def not_out_yet(case: Any, facts: Facts) -> bool:
    gone = {row.member_id for row in case.part("responders")}
    return not gone & {each.pk for each in facts["members"]}


def became_a_dispute(case: Any, facts: Facts) -> bool:
    """Handed to mediation, it is summed up when the dispute stands in the register."""
    return case.state != "handed" or case.linked_from.filter(case__kind="dispute").exists()


TEAM_HERE = rule_of_house("应为本街镇在册的应急处突队伍", team_here, asks=True)
ON_ROSTER = rule_of_house("出动人员应为该队当日在册的队员", on_the_roster, asks=True)
NOT_OUT_YET = rule_of_house("所选队员已登记出动", not_out_yet, asks=True)
TAKEN_ON = rule_of_house("移交调解的，须先登记为纠纷", became_a_dispute)
