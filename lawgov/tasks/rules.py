"""The conditions on a task's steps: who may be charged, by when, and who judges the reply."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.people.models import BUSINESS, Post, Role, User
from lawgov.units import scope
from lawgov.units.models import names

Facts = Mapping[str, Any]
OWNERS = tuple(role for role in Role if role in BUSINESS)
OWNED = ("accept", "assign", "reply", "answer_urge")  # what the side that does the work takes


def staff(case: Any) -> list[tuple[int, str]]:
    """Who sits at the desk itself."""
    return sitting(case.desk)


def sitting(unit: str) -> list[tuple[int, str]]:
    posts = Post.objects.on().filter(unit=unit, role__in=OWNERS, user__is_active=True)
    rows = posts.order_by("user__name", "pk").values_list("user", "user__name", "role")
    return [(user, f"{name}（{Role(role).label}）") for user, name, role in rows]


def sits(user: User | None, unit: str) -> bool:
    return user is None or any(s.unit == unit and s.role in OWNERS for s in user.seats)


def has_worked_on_it(case: Any, user: User) -> bool:
    """Who does the work, or did some of it, does not also judge it."""
    did = {event.by_id for event in case.history if event.step in OWNED}
    return user.pk in did or case.handler_id == user.pk


def comes_from_known(case: Any, facts: Facts) -> bool:
    if "source" not in facts:
        return True
    seen = type(case).objects.visible_to(facts["by"])
    return bool(seen.filter(pk=facts["source"], registry=scope.street(case.unit)).exists())


def is_manned(unit: str) -> bool:
    return bool(names([unit])) and bool(sitting(unit))


WITHIN_REACH = rule_of_house(
    "承办单位应为交办单位本身或其下级",
    lambda case, facts: scope.covers(case.unit, facts["desk"]),
    asks=True,
)
MANNED = rule_of_house(
    "承办单位应在册并有在岗人员", lambda case, facts: is_manned(facts["desk"]), asks=True
)
HANDLER_SITS = rule_of_house(
    "承办人应为承办单位的在岗人员",
    lambda case, facts: sits(facts.get("handler"), facts.get("desk", case.desk)),
    asks=True,
)
DUE_AHEAD = rule_of_house(
    "办理期限不得早于办理本环节之日", lambda case, facts: facts["due"] >= facts["on"], asks=True
)
DUE_LATER = rule_of_house(
    "延期后的期限应晚于原期限", lambda case, facts: facts["due"] > case.detail.due, asks=True
)
SOURCE_KNOWN = rule_of_house("来源案件应在本街镇且在您的数据范围内", comes_from_known, asks=True)
IN_WRITING = rule_of_house(
    "须书面回复的事项应填写回复内容",
    lambda case, facts: not case.detail.needs_reply or bool(facts.get("body")),
    asks=True,
)
