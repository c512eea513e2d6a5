"""Facts that only a penalty case asks for."""

from dataclasses import dataclass
from typing import Any

from django import forms

from enforcement.standards import bands
from lawgov.casework.facts import Fact, Wrong
from lawgov.people.models import Post, Role

from . import standing
from .states import has_handled


@dataclass(frozen=True)
class Band(Fact):
    """裁量档次 by its code; whether the penalty lies in it is a rule of the step."""

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str) or len(raw) > 40 or "\x00" in raw:
            raise Wrong("应为裁量档次代码")
        return raw

    def field(self, case: Any = None) -> forms.Field:
        offered: list[tuple[str, str]] = []
        if case is not None:
            kind = standing.party_kind(case)
            offered = bands.choices_for(case.unit, case.detail.power, kind)
        return forms.ChoiceField(choices=[("", "请选择"), *offered], **self.common())


CHAIRS = (Role.REVIEWER, Role.JUSTICE, Role.ENFORCEMENT_HEAD, Role.LEADER)
MEETING = (Role.ENFORCEMENT_HEAD, Role.LEADER)


def chairs(case: Any) -> list[tuple[int, str]]:
    """Who may chair a hearing: not an officer of the case."""
    return [(u.pk, u.name) for u in holding(case, CHAIRS) if not has_handled(case, u)]


def heads(case: Any) -> list[tuple[int, str]]:
    return [(user.pk, user.name) for user in holding(case, MEETING)]


def holding(case: Any, roles: tuple[Role, ...]) -> list[Any]:
    posts = Post.objects.on().over(case.desk).filter(role__in=roles).select_related("user")
    found = {post.user_id: post.user for post in posts.order_by("user__name", "pk")}
    return list(found.values())
