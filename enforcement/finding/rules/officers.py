"""Who may inspect and act: two or more certified officers."""

from typing import Any

from lawgov.casework.facts import People
from lawgov.casework.procedure import Rule
from lawgov.people.models import Post, Role


def options(case: Any) -> list[tuple[int, str]]:
    posts = Post.objects.on().over(case.desk).filter(role=Role.OFFICER).select_related("user")
    return sorted({(post.user_id, post.user.name) for post in posts})


def two(case: Any, facts: Any) -> bool:
    return sum(Role.OFFICER in user.roles for user in facts["officers"]) >= 2


OFFICERS = People("执法人员", options=options)
TWO_CERTIFIED = Rule(
    "执法人员不得少于两人，并具有行政执法资格", "《行政处罚法》", "第四十二条", two, asks=True
)
