"""What the pages show of petitions, reception days and batches received."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lawgov.casework import questions
from lawgov.casework.models import Case, Entry
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, RegisterPages, Tab, add_cases, add_register
from lawgov.casework.web.rows import case_rows, entry_rows
from lawgov.meetings.choices import Type
from lawgov.parties import tabs as people
from lawgov.parties.same import repeated
from lawgov.people.models import User

from . import filters
from .registers import RECEPTION


@questions.answers("petition.meeting_type")
def meeting_type(case: Case) -> str:
    return Type.PETITION


def received(case: Case, user: User) -> dict[str, Any]:
    """The batches of the day, and the tasks that came of it, as far as the reader sees them."""
    own = Entry.objects.visible_to(user, RECEPTION.kind).valid().filter(subject=str(case.pk))
    links = case.linked_from.filter(case__kind="task").values("case")
    given = Case.objects.visible_to(user, "task").filter(pk__in=links)
    start = {"session": case.pk, "type": "thursday", "level": "principal", "unit": case.unit,
             "host": case.detail.host.name, "on": case.detail.planned_on}  # fmt: skip
    may = case.state == "held" and bool(user.roles & set(RECEPTION.writers))
    return {
        "batches": entry_rows(own.select_related("by").order_by("pk")),
        "persons": sum(row.n1 for row in own),
        "tasks": case_rows(given.select_related("handler").order_by("pk"), ()),
        "new": may and f"{reverse('reception-new')}?{urlencode(start)}",
    }


PETITIONS = add_cases(
    CasePages(
        kind="petition",
        one="petition",
        many="petitions",
        filters=filters.PetitionFilter,
        starts_as="登记信访",
        columns=("type", "standing"),
        exported=("type", "channel", "purpose", "standing", "persons", "path", "result"),
        tabs=(
            tabs.FACTS,
            people.TAB,
            tabs.records("works", "办理情况", works="办理记录"),
            tabs.records("charge", "领导包案", charges="包案领导", charge_works="包案工作",
                         urges="督办"),
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        beside=("parties/_find.html",),
        remarks=(repeated,),
        hidden=("entry", "source"),
        comes_from="source",
        suits=lambda case: case.kind == "reception_day",
        start={"parties": ({"side": "applicant"},)},
    )
)  # fmt: skip
RECEPTION_DAYS = add_cases(
    CasePages(
        kind="reception_day",
        one="reception-day",
        many="reception-days",
        filters=filters.ReceptionDayFilter,
        starts_as="排定接访日",
        own_unit=True,
        columns=("planned_on", "place"),
        exported=("planned_on", "place", "summary"),
        tabs=(
            Tab("received", "接访批次", "petitions/_received.html", received),
            tabs.FACTS,
            tabs.records("appointments", "预约", appointments="预约"),
            tabs.HISTORY,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
RECEPTIONS = add_register(
    RegisterPages(
        kind="reception",
        one="reception",
        many="receptions",
        label="接访",
        filters=filters.ReceptionFilter,
        hidden=("session",),
        start={"type": "daily"},
    )
)
