"""What the pages of staff show of reports by code and of the places where a code hangs."""

from django.urls import reverse

from lawgov.casework.models import Entry
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, RegisterPages, add_cases, add_register
from lawgov.parties import tabs as people

from .filters import CodePlaceFilter, CodeReportFilter


def poster(entry: Entry) -> str:
    return reverse("code-place-poster", args=[entry.pk])


CODE_REPORTS = add_cases(
    CasePages(
        kind="code_report",
        one="code-report",
        many="code-reports",
        filters=CodeReportFilter,
        columns=("risk", "replied_on", "rating"),
        exported=("risk", "score", "factors", "where", "replied_on", "reopened", "rating"),
        tabs=(tabs.FACTS, people.TAB, tabs.HISTORY, tabs.FLOW, tabs.ATTACHMENTS, tabs.LINKS),
        beside=("doors/_places_link.html",),
    )
)
CODE_PLACES = add_register(
    RegisterPages(
        kind="code_place",
        one="code-place",
        many="code-places",
        label="二维码点位",
        filters=CodePlaceFilter,
        leads=poster,
        leads_as="打印二维码",
    )
)
