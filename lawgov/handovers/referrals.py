"""Referrals as a page lists them: with which agency, which way, what it said, how many in all."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import django_filters
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from lawgov.casework.filters import DAY, Asked
from lawgov.casework.web.lights import Light, light
from lawgov.casework.web.pages import address
from lawgov.organisations.models import Organisation
from lawgov.people.models import User
from lawgov.privacy.masks import mask_text

from .models import UNANSWERED, Direction, Referral, Reply

COLOURS = {Reply.ACCEPTED: "green", Reply.REFUSED: "red", Reply.RECALLED: "grey"}
URGED = Light("red", "已催办")
MOST = 100  # agencies that the summary names


def seen_by(user: User) -> Any:
    return Referral.objects.visible_to(user).select_related("case")


def agencies(request: HttpRequest | None) -> QuerySet[Organisation]:
    """Those with which the reader's cases have to do."""
    if request is None:
        return Organisation.objects.none()
    mine = seen_by(request.user).order_by().values("agency")  # type: ignore[arg-type]
    return Organisation.objects.filter(pk__in=mine).order_by("name")


class ReferralFilter(Asked):
    first = ("agency", "direction", "reply")

    agency = django_filters.ModelChoiceFilter(label="机构", queryset=agencies)
    direction = django_filters.ChoiceFilter(label="方向", choices=Direction.choices)
    reply = django_filters.ChoiceFilter(label="答复", choices=Reply.choices)
    on_from = django_filters.DateFilter(
        label="移送日期起", field_name="on", lookup_expr="gte", widget=DAY
    )
    on_to = django_filters.DateFilter(
        label="移送日期止", field_name="on", lookup_expr="lte", widget=DAY
    )


class Row(NamedTuple):
    referral: Referral
    url: str
    title: str
    lights: list[Light]


def rows(found: Iterable[Referral]) -> list[Row]:
    return [Row(row, address(row.case), mask_text(row.case.title), lights(row)) for row in found]


def lights(row: Referral) -> list[Light]:
    """What the other side said, or how long it has left to say it."""
    if row.is_waiting:
        return [light(row.due_on), *([URGED] if row.urged_on else [])]
    return [Light(COLOURS[Reply(row.reply)], row.get_reply_display())]


def counts(found: QuerySet[Referral]) -> list[dict[str, Any]]:
    """By agency, the busiest first: which way they went, and how they were answered."""
    ways = {way: Count("pk", filter=Q(direction=way)) for way in Direction.values}
    said = {
        "accepted": Count("pk", filter=Q(reply=Reply.ACCEPTED)),
        "refused": Count("pk", filter=Q(reply=Reply.REFUSED)),
        "waiting": Count("pk", filter=UNANSWERED),
        "fed_back": Count("pk", filter=~Q(result="")),
    }
    grouped = found.order_by().values("agency__name").annotate(total=Count("pk"), **ways, **said)
    return [dict(row) for row in grouped.order_by("-total", "agency__name")[:MOST]]
