"""Disputes that may be the one that is about to be registered: the same people, place or words."""

from collections.abc import Mapping
from datetime import timedelta
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import Any

from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.parties.models import Party
from lawgov.parties.same import is_like, like
from lawgov.privacy.crypto import blind, normalise
from lawgov.units import scope

from . import limits

MOST = 20  # of the newest; who registers looks at no more
ALIKE = 0.5  # of the pairs of characters of both texts
Facts = Mapping[str, Any]


def doubts(case: Case, facts: Facts) -> list[str]:
    """One line for each dispute in reach of who registers; its number says which."""
    people = numbered(facts["parties"])
    found = candidates(case, facts, people)
    told = [(other, why(other, facts, people)) for other in found]
    return [
        f"{other.number}（{other.opened_on}登记，{other.state_label}）：{words}"
        for other, words in told
        if words
    ]


def numbered(rows: list[dict[str, Any]]) -> list[Party]:
    """Who can be known again: by ID number or by phone, never by name alone."""
    people = [
        Party(
            side=row["side"],
            id_blind=blind(row.get("id_number", "")),
            phone_blind=blind(row.get("phone", "")),
        )
        for row in rows
    ]
    return [party for party in people if party.id_blind or party.phone_blind]


def candidates(case: Case, facts: Facts, people: list[Party]) -> list[Case]:
    street = scope.street(case.unit)
    first = facts["on"] - timedelta(days=limits.REPEAT.on(street))
    alike = Q(title=facts["title"])
    if place := facts.get("place"):
        alike |= Q(dispute__place=place)
    if people:
        rows = Party.objects.filter(reduce(or_, map(like, people)))
        alike |= Q(pk__in=rows.values("case"))
    seen = Case.objects.visible_to(facts["by"], case.kind)
    near = seen.filter(scope.within("unit", [scope.span(street)]), alike, opened_on__gte=first)
    newest = near.select_related("dispute").prefetch_related("parties").order_by("-pk")
    return list(newest[:MOST])


def why(other: Case, facts: Facts, people: list[Party]) -> str:
    """What is the same, in words without a name; nothing, where it is another matter."""
    known = {
        party.side: party for party in people for row in other.parties.all() if is_like(party, row)
    }
    if known:
        return f"{'、'.join(party.get_side_display() for party in known.values())}为同一人"
    there, here = other.dispute.place, facts.get("place", "")
    if there and here and normalise(there) != normalise(here):
        return ""
    if there and here and other.dispute.type == facts["type"]:
        return "地点和纠纷类型相同"
    return "文字相近" if likeness(text_of(facts), told_by(other)) >= ALIKE else ""


def text_of(facts: Facts) -> str:
    return f"{facts['title']} {facts['summary']}"


def told_by(other: Case) -> str:
    return f"{other.title} {other.dispute.summary}"


def likeness(one: str, other: str) -> float:
    """How many of the pairs of neighbouring characters two texts share."""
    first, second = ({*pairwise(normalise(text))} for text in (one, other))
    return len(first & second) / (len(first | second) or 1)
