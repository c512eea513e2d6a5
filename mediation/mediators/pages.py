"""The pages of 调解员 and of 以案定补."""

from typing import Any, NamedTuple

from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, Tab, add_cases, address
from lawgov.casework.web.words import Column
from lawgov.people.models import User

from .choices import Screen
from .filters import MediatorFilter, SubsidyFilter
from .models import SubsidyItem

IN_HAND = 50
ITEMS = 500


def disputes(case: Case, user: User) -> dict[str, Any]:
    """What the mediator has in hand, as far as the reader may see it."""
    seen = Case.objects.visible_to(user, "dispute").filter(handler=case.detail.user)
    open_now = seen.filter(closed_on=None).order_by("due_on", "pk")[:IN_HAND]
    return {"rows": [(row, address(row)) for row in open_now]}


class Line(NamedTuple):
    row: SubsidyItem
    url: str  # of the dispute, where the reader may open it
    screens: str
    call: str  # where the call-back is written down


def items(case: Case, user: User) -> dict[str, Any]:
    rows = list(case.part("subsidy_items"))[:ITEMS]
    seen = Case.objects.visible_to(user, "dispute").in_bulk([row.dispute_id for row in rows])
    numbers = Case.objects.in_bulk([row.dispute_id for row in rows])
    people = User.objects.in_bulk([row.mediator_id for row in rows])
    step = reverse("subsidy-step", args=[case.pk, "call_back"])
    may_call = "call_back" in case.steps_for(user)
    for row in rows:
        row.dispute, row.mediator = numbers[row.dispute_id], people[row.mediator_id]
    return {
        "lines": [
            Line(
                row,
                address(seen[row.dispute_id]) if row.dispute_id in seen else "",
                "、".join(str(Screen(code).label) for code in row.screens),
                f"{step}?item={row.pk}" if may_call and not row.void else "",
            )
            for row in rows
        ],
        "total": sum(row.sum for row in case.part("subsidy_items") if not row.void) / 100,
        "most": ITEMS,
    }


MEDIATORS = add_cases(
    CasePages(
        kind="mediator",
        one="mediator",
        many="mediators",
        filters=MediatorFilter,
        own_unit=True,
        columns=("mediator_kind", Column("调解委员会", lambda case: case.mediator.committee.name)),
        exported=(
            "mediator_kind",
            "origin",
            Column("调解委员会", lambda case: case.mediator.committee.name),
            "specialty",
            "since",
            "left_on",
        ),
        reads=("mediator__committee",),
        tabs=(
            tabs.FACTS,
            tabs.records(
                "records",
                "培训、考核与违规",
                mediator_trainings="培训",
                appraisals="年度考核",
                misconducts="违规记录",
            ),
            Tab("disputes", "在办纠纷", "mediators/_disputes.html", disputes),
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
SUBSIDIES = add_cases(
    CasePages(
        kind="subsidy",
        one="subsidy",
        many="subsidies",
        starts_as="编制以案定补",
        filters=SubsidyFilter,
        own_unit=True,
        columns=("first_day", "last_day"),
        exported=(
            "first_day",
            "last_day",
            Column("核定金额（元）", lambda case: case.subsidy.total / 100),
        ),
        tabs=(
            Tab("items", "补贴案件", "mediators/_items.html", items),
            tabs.FACTS,
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
