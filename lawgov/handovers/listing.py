"""Handovers as a page lists them: to whom they came, from whom they went, across all kinds."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from lawgov.casework.filters import Asked
from lawgov.casework.models import Case
from lawgov.casework.procedure import PROCEDURES, Procedure
from lawgov.casework.refusals import NotYours
from lawgov.casework.web.lights import Light, light
from lawgov.casework.web.pages import CASES, address
from lawgov.people.models import User
from lawgov.privacy.masks import mask_text
from lawgov.units import scope
from lawgov.units.models import full_names

from .models import Answer, Handover
from .steps import ANSWERS

LIGHTS = {
    Answer.ACCEPTED: "green",
    Answer.RETURNED: "red",
    Answer.REVOKED: "grey",
    Answer.CLIMBED: "yellow",
}
URGED = Light("red", "已督办")


def handed() -> list[Procedure]:
    """The kinds of case that are handed over."""
    return [each for each in PROCEDURES.values() if "handovers" in each.parts]


def to_me(user: User) -> QuerySet[Handover]:
    """What waits for an answer that the user may give; the most urgent first."""
    mine = Q(pk__in=[])
    for each in handed():
        within = scope.within("to_unit", user.spans(each.answerers))
        mine |= Q(case__kind=each.kind) & within
    return told(user).waiting().filter(mine).order_by("due_on", "pk")


def by_me(user: User) -> QuerySet[Handover]:
    """What the user or a desk of theirs handed over, newest first."""
    desks = [seat.unit for seat in user.seats]
    return told(user).filter(Q(by=user) | Q(from_unit__in=desks)).order_by("-on", "-pk")


def told(user: User) -> Any:
    return Handover.objects.visible_to(user).select_related("case", "by", "answered_by")


def kinds(request: HttpRequest | None) -> list[tuple[str, str]]:
    return [(each.kind, each.label) for each in handed()]


class HandoverFilter(Asked):
    first = ("kind", "answer")

    kind = django_filters.ChoiceFilter(
        label="事项种类", field_name="case__kind", choices=lambda: kinds(None)
    )
    answer = django_filters.ChoiceFilter(label="结果", choices=Answer.choices)


class Row(NamedTuple):
    handover: Handover
    url: str
    title: str
    kind: str
    source: str
    target: str
    lights: list[Light]
    buttons: list[tuple[str, str]]


def rows(found: Iterable[Handover], user: User) -> list[Row]:
    found = list(found)
    called = full_names({code for each in found for code in (each.from_unit, each.to_unit)})
    return [
        Row(
            each,
            address(each.case),
            mask_text(each.case.title),
            each.case.procedure.label,
            called.get(each.from_unit, each.from_unit),
            called.get(each.to_unit, each.to_unit),
            lights(each),
            buttons(each.case, user) if each.is_waiting else [],
        )
        for each in found
    ]


def lights(row: Handover) -> list[Light]:
    if not row.is_waiting:
        return [Light(LIGHTS[Answer(row.answer)], row.get_answer_display())]
    return [light(row.due_on), *([URGED] if row.urged_on else [])]


def buttons(case: Case, user: User) -> list[tuple[str, str]]:
    """The answers that the user may give, each leading to the case's own form."""
    pages, steps = CASES[case.kind], case.procedure.steps
    return [
        (steps[name].label, reverse(f"{pages.one}-step", args=[case.pk, name]))
        for name in ANSWERS
        if may(case, user, name)
    ]


def may(case: Case, user: User, name: str) -> bool:
    try:
        case.seat_of(user, case.procedure.steps[name])
    except NotYours:
        return False
    return True
