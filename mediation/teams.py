"""How a team of a dispute stands: who is in it, and which role nobody fills."""

from typing import Any

from django.db.models import Count, QuerySet

from lawgov.casework.models import Case
from lawgov.casework.web.pages import Tab
from lawgov.people.models import User

from .choices import TEAM_ROLE
from .rules.teaming import is_formed, missing


def full(members: QuerySet[Any]) -> QuerySet[Any]:
    """The cases in whose team every role is filled by one of these members."""
    codes = TEAM_ROLE.values
    held = members.filter(role__in=codes).order_by().values("case")
    return held.annotate(n=Count("role", distinct=True)).filter(n=len(codes)).values("case")


def incomplete(case: Case, user: User) -> list[str]:
    """Said after each step while a role of the team is empty."""
    empty = missing(case) if is_formed(case) and not case.closed_on else []
    return [f"双员双师尚未配齐，缺：{'、'.join(empty)}"] if empty else []


def team(case: Case, user: User) -> dict[str, Any]:
    return {
        "members": case.part("team"),
        "missing": missing(case) if is_formed(case) else [],
        "recusals": case.part("recusals"),
    }


TEAM = Tab("team", "调解人员", "mediation/_team.html", team)
