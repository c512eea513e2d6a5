"""The tabs that every kind of case has: parties, history, attachments, links."""

from typing import Any, NamedTuple

from django.db.models import QuerySet

from lawgov.people.models import User
from lawgov.privacy import masks

from ..models import Case, Entry, Link, Party, Sensitivity
from ..shown import MASKS
from . import flow
from .pages import Tab, address
from .timeline import timeline
from .words import spelled


class Value(NamedTuple):
    """What is shown of a party; a masked value names the field that can be asked for."""

    label: str
    words: str
    field: str = ""


class Shown(NamedTuple):
    party: Party
    name: str
    values: list[Value]


MASKED = {
    "id_number": ("证件号码", MASKS["id_number"]),
    "phone": ("联系电话", MASKS["phone"]),
    "address": ("单位或住址", MASKS["address"]),
    "agent_phone": ("代理人电话", MASKS["agent_phone"]),
}


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


def parties(case: Case, user: User) -> dict[str, Any]:
    rows = case.part("parties")
    for row in rows:
        row.case = case
    return {"parties": [Shown(row, name(row, row.name), values(row, user)) for row in rows]}


def name(row: Party, text: str) -> str:
    """Who handles a case knows its people by name; minors are hidden even so."""
    return masks.mask_name(text) if row.case.sensitivity == Sensitivity.MINOR else text


def values(row: Party, user: User) -> list[Value]:
    plain = [
        Value("类别", row.get_kind_display()),
        Value("性别", row.get_gender_display()),
        Value("民族", row.ethnicity),
        Value("职业", row.occupation),
        Value("代理人", name(row, row.agent_name)),
    ]
    hidden = [
        Value(label, mask(getattr(row, name)), name if row.may_reveal(user, name) else "")
        for name, (label, mask) in MASKED.items()
    ]
    return [value for value in plain[:1] + hidden[:3] + plain[1:] + hidden[3:] if value.words]


def history(case: Case, user: User) -> dict[str, Any]:
    return {"timeline": timeline(case)}


def attachments(case: Case, user: User) -> dict[str, Any]:
    steps = case.steps_for(user)
    return {
        "attachments": case.part("attachments"),
        "may_attach": "attach" in steps,
        "may_void": "void_attachment" in steps,
    }


class Linked(NamedTuple):
    relation: str
    label: str
    url: str


def links(case: Case, user: User) -> dict[str, Any]:
    own = [shut(link, user) for link in case.links.select_related("other", "entry").order_by("pk")]
    back = case.linked_from.select_related("case").order_by("pk")
    found = [linked(link, row) for link, row in own]
    found += [linked(link, link.case, "被关联：") for link in seen(back, user)]
    return {"links": found, "may_link": "link" in case.steps_for(user)}


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
PARTIES = Tab("parties", "当事人", "casework/_parties.html", parties)
FLOW = Tab("flow", "流程图", "casework/_flow.html", flow.shows)
HISTORY = Tab("history", "办理过程", "casework/_history.html", history)
ATTACHMENTS = Tab("attachments", "附件", "casework/_attachments.html", attachments)
LINKS = Tab("links", "关联", "casework/_links.html", links)
