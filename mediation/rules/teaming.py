"""What is asked of the team of a dispute: each role once, each by one person of the street."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.people.models import BUSINESS
from lawgov.units import scope

from ..choices import TEAM_ROLE
from .law import Facts


def sitting(case: Any) -> list[Any]:
    return [row for row in case.part("team") if row.until is None]


def missing(case: Any) -> list[str]:
    """The roles that nobody fills, by name; a full team has none."""
    held = {row.role for row in sitting(case)}
    return [label for code, label in TEAM_ROLE.choices if code not in held]


def is_formed(case: Any) -> bool:
    return bool(case.part("team"))


def vacant(case: Any, facts: Facts) -> bool:
    asked = [row["role"] for row in facts["team"]]
    return len(asked) == len(set(asked)) and not {row.role for row in sitting(case)} & set(asked)


def serve_here(case: Any, facts: Facts) -> bool:
    street = scope.street(case.desk)
    named = [row["user"] for row in facts["team"] if "user" in row]
    return all(
        any(seat.role in BUSINESS and scope.covers(street, seat.unit) for seat in user.seats)
        for user in named
    )


ONE_NAME = rule_of_house(
    "每名队员应选系统人员或填写外部人员姓名，二者择一",
    lambda case, facts: all(("user" in row) != ("name" in row) for row in facts["team"]),
    asks=True,
)
ROLE_VACANT = rule_of_house("每个角色同时只由一人担任，须先登记原队员退出", vacant, asks=True)
SERVE_HERE = rule_of_house("系统人员应在本街镇任职，其他人员填写姓名", serve_here, asks=True)
MEMBER_SITS = rule_of_house(
    "退出的应是本案现有队员",
    lambda case, facts: any(row.pk == facts["member"] for row in sitting(case)),
    asks=True,
)
