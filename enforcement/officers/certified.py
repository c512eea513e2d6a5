"""Who may act for the law on a day. The other rooms ask here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lawgov.casework.facts import People
from lawgov.casework.procedure import Rule
from lawgov.people.models import Post, Role, User
from lawgov.units import scope

from .models import Officer

ENFORCING = (Role.OFFICER, Role.ENFORCEMENT_HEAD)  # 网格员 and others help, they do not enforce
TWO = 2
# From here on who reviews decisions for the first time must have passed the examination
# (行政处罚法 as amended in 2017, now 第五十八条第二款).
QUALIFIED_SINCE = date(2018, 1, 1)


def certified(unit: str, on: date | None = None) -> list[User]:
    """Officers with a certificate valid that day and an enforcement post that covers the unit."""
    files = Officer.objects.serving(unit).in_post(on).certified(on)
    posts = Post.objects.on(on).over(unit).filter(role__in=ENFORCING)
    found = User.objects.filter(pk__in=files.values("user")).filter(pk__in=posts.values("user"))
    return list(found.order_by("name", "pk"))


def options(case: Any) -> list[tuple[int, str]]:
    return [(user.pk, user.name) for user in certified(case.unit)]


def two_certified(case: Any, facts: Mapping[str, Any]) -> bool:
    chosen = {user.pk for user in facts.get("officers") or ()}
    return len(chosen) >= TWO and chosen <= {u.pk for u in certified(case.unit, facts["on"])}


OFFICERS = People("执法人员", options=options, help="两人以上，执法证当日有效")
TWO_CERTIFIED = Rule(
    "须由两名以上具有行政执法资格、执法证当日有效的执法人员办理，网格员、辅助人员不得参加",
    "《行政处罚法》",
    "第四十二条",
    two_certified,
    asks=True,
)


def is_qualified_reviewer(user: User, on: date | None = None) -> bool:
    """A first-time reviewer has passed the examination; who reviewed before it was asked may go on
    (行政处罚法第五十八条)."""
    files = Officer.objects.in_post(on).filter(user=user)
    return any(row.legal_number or before_the_law(row.reviewing_since) for row in files)


def before_the_law(since: date | None) -> bool:
    return since is not None and since < QUALIFIED_SINCE


def area_of(unit: str, line: str = "", on: date | None = None) -> list[User]:
    """Who answers for a place (区块), on one line of work if one is named; the nearest first."""
    files = Officer.objects.in_post(on).filter(area__in=[unit, *scope.ancestors(unit)])
    own = files.filter(line__in=["", line]) if line else files
    return [row.user for row in own.select_related("user").order_by("-area", "pk")]
