"""The tab of a case's attachments: each with its preview, who sent it, and why it is void."""

from typing import Any, NamedTuple

from django.db.models import prefetch_related_objects

from lawgov.people.models import User

from ..attachments import is_void, may_void, shows, works_on
from ..models import Attachment, Case, Entry
from ..moves import stated


class Shown(NamedTuple):
    row: Attachment
    look: str  # how the page shows it: image, audio, video, document, or not at all
    note: str  # why it is void
    is_open: bool  # whether the reader may have the file


def attachments(case: Case, user: User) -> dict[str, Any]:
    steps, rows = case.steps_for(user), case.part("attachments")
    prefetch_related_objects(rows, "by")
    at_desk, told = may_void(case, user), notes(case)
    return {
        "attachments": [shown(row, told, at_desk) for row in rows],
        "may_attach": "attach" in steps,
        "may_void": "void_attachment" in steps,
    }


def of_entry(entry: Entry, user: User) -> dict[str, Any]:
    """The files of an entry, which has no steps: they are voided with it."""
    rows = list(entry.attachments.select_related("by", "entry", "case").order_by("pk"))
    return {"attachments": [shown(row, {}, works_on(row, user)) for row in rows]}


def shown(row: Attachment, notes: dict[int, str], at_desk: bool) -> Shown:
    kind = row.media_type.partition("/")[0]
    look = kind if kind in ("image", "audio", "video") else "document"
    void = is_void(row)
    look = look if shows(row) and not void else ""
    return Shown(row, look, notes.get(row.pk, ""), at_desk or not void)


def notes(case: Case) -> dict[int, str]:
    """By attachment, who voided it and why, from the history."""
    found = {}
    for event in case.history:
        if event.step == "void_attachment":
            said = {fact.label: value for fact, value in stated(event)}
            by = event.by.name if event.by else ""
            found[event.facts["attachment"]] = f"{event.on} {by}作废：{said.get('作废原因', '')}"
    return found
