"""The tabs that every kind of case has: history, attachments, links."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from lawgov.people.models import User

from ..models import Case, Entry, Link
from . import flow
from .files import attachments
from .pages import CASES, Tab, address
from .timeline import timeline
from .words import spelled

# What every case says of itself beside its kind's own columns.
FIRST, LAST = ("channel", "sensitivity", "opened_on"), ("closed_on",)


def facts(case: Case, user: User) -> dict[str, Any]:
    own = spelled(case, case.detail) if case.detail else []
    return {"facts": [*spelled(case, case, FIRST), *own, *spelled(case, case, LAST)]}


def records(name: str, label: str, **parts: str) -> Tab:
    """A tab with the rows of some parts, each under a heading of its own."""

    def shows(case: Case, user: User) -> dict[str, Any]:
        groups = [
            (heading, [(str(row), spelled(case, row, part=part)) for row in case.part(part)])
            for part, heading in parts.items()
        ]
        return {"groups": groups}

    return Tab(name, label, "casework/_records.html", shows)


def history(case: Case, user: User) -> dict[str, Any]:
    return {"timeline": timeline(case)}


class Linked(NamedTuple):
    relation: str
    label: str
    url: str


def links(case: Case, user: User) -> dict[str, Any]:
    own = [shut(link, user) for link in case.links.select_related("other", "entry").order_by("pk")]
    back = case.linked_from.select_related("case").order_by("pk")
    found = [linked(link, row) for link, row in own]
    found += [linked(link, link.case, "被关联：") for link in seen(back, user)]
    return {
        "links": found,
        "may_link": "link" in case.steps_for(user),
        "starts": starts(case, user),
    }


def starts(case: Case, user: User) -> list[tuple[str, str]]:
    """The new cases that may come from this one: what each is called, and where it is opened."""
    return [
        (
            pages.starts,
            f"{reverse(f'{pages.one}-new')}?{urlencode({pages.comes_from: case.pk})}",
        )
        for pages in CASES.values()
        if pages.comes_from and pages.opened_by(user) and pages.suits(case)
    ]


def shut(link: Link, user: User) -> tuple[Link, Any]:
    """The link with its other end, if the reader may open that."""
    if link.other_id:
        return link, Case.objects.visible_to(user).filter(pk=link.other_id).first()
    if link.entry_id:
        return link, Entry.objects.visible_to(user).filter(pk=link.entry_id).first()
    return link, None


def seen(rows: QuerySet[Link], user: User) -> QuerySet[Link]:
    return rows.filter(case__in=Case.objects.visible_to(user))


def linked(link: Link, row: Any, before: str = "") -> Linked:
    label = link.outside or (str(row) if row else "不在您的数据范围内")
    return Linked(before + link.get_relation_display(), label, address(row) if row else "")


FACTS = Tab("facts", "基本信息", "casework/_facts.html", facts)
FLOW = Tab("flow", "流程图", "casework/_flow.html", flow.shows)
HISTORY = Tab("history", "办理过程", "casework/_history.html", history)
ATTACHMENTS = Tab("attachments", "附件", "casework/_attachments.html", attachments)
LINKS = Tab("links", "关联", "casework/_links.html", links)
