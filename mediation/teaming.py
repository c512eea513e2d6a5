"""双员双师: a team of four roles that works one dispute; a list of the field names the roles."""

from typing import Any

from lawgov.casework.facts import Choice, Many, Person, Row, Text
from lawgov.casework.procedure import Step
from lawgov.people.shown import working_in
from lawgov.units import scope

from .choices import TEAM_ROLE
from .rules import teaming as rules
from .states import OFFICE, UNDER_WAY


def people(case: Any) -> list[tuple[int, str]]:
    """Who works in the street of the desk."""
    return working_in([scope.span(scope.street(case.desk))])


MEMBER = {
    "role": Choice("角色", choices=TEAM_ROLE),
    "user": Person("系统人员", required=False, options=people),
    "name": Text("外部人员姓名", required=False, most=50),
}


def joined(case: Any, facts: Any) -> dict[str, Any]:
    rows = [{**row, "since": facts["on"]} for row in facts["team"]]
    return {"team": [row | {"name": row["user"].name} if "user" in row else row for row in rows]}


def left(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = case.one("team", facts["member"])
    row.until = facts["on"]
    return [(row, ["until"])]


STEPS = {
    "form_team": Step(
        "组队", UNDER_WAY, "", OFFICE, {"team": Many("双员双师", of=MEMBER, most=20)},
        (rules.ONE_NAME, rules.ROLE_VACANT, rules.SERVE_HERE), sets=joined, offer="any",
        fits=lambda case: bool(rules.missing(case)),
    ),
    "leave_team": Step(
        "队员退出", UNDER_WAY, "", OFFICE,
        {"member": Row("队员", part="team"), "reason": Text("退出原因")},
        (rules.MEMBER_SITS,), alters=left, offer="any",
        fits=lambda case: bool(rules.sitting(case)),
    ),
}  # fmt: skip
CLOCKS = ()
