"""Targets of psychological service and emergency: handled by the judicial office or one of theirs.

What concerns a crisis is seen by who handles it and by the trusted alone, so most are told that
there is nothing.
"""

from types import SimpleNamespace
from typing import Any

from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import User

from ..cast import RESPONDENT
from ..mediation import psych

KINDS = ("counselling", "crisis", "key_person", "incident")


def user(name: str) -> User:
    return User.objects.get(username=name)


def squad() -> Organisation:
    known = Organisation.objects.filter(kind=Kind.EMERGENCY_TEAM).first()
    return known or psych.team(user("chief"), "张某")


def target(unit: str, given: str, title: str) -> Case:
    kind, _, _ = given.partition(":")
    chief = user("chief")
    if kind == "counselling":
        return psych.counselling(chief, user("counsellor"), unit, title=title)
    if kind == "key_person":
        return psych.key_person(chief, user("mediator"), unit, title=title)
    if kind == "incident":
        squad()
        return psych.incident(chief, unit, title=title)
    return psych.crisis(chief, unit, title=title)


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    found = dict(psych.STEPS[at.case.kind])
    if at.case.kind == "incident":
        body = squad()
        member = body.members.get().pk
        found["go_out"] = {"team": body.pk, "members": [member]}
        found["reinforce"] = {"members": [member]}
    if at.case.kind == "key_person":
        party = at.case.parties.first().pk
        found["add_party"] = {"parties": [RESPONDENT]}
        found["correct_party"] = {"party": party, "name": "丙某", "reason": "误记"}
    return found
