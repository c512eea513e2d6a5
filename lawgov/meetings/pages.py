"""What the pages show of meetings."""

from typing import Any, NamedTuple

from lawgov.casework import questions
from lawgov.casework.models import Case
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, Tab, add_cases, address
from lawgov.casework.web.words import Column
from lawgov.documents import tabs as papers
from lawgov.people.models import User
from lawgov.privacy.masks import mask_text
from lawgov.units.models import full_names

from .documents import by_capacity
from .filters import MeetingFilter
from .models import Decision, Item


class Heard(NamedTuple):
    """A line of the agenda, and the case that it is about where the reader may open it."""

    matter: str
    case: Case | None
    url: str
    is_hidden: bool


TITLE, MATTER = 100, 200


def carried(case: Case) -> dict[str, Any]:
    """What a meeting takes from the case that it is called on: its kind may say the type."""
    type_asked = f"{case.kind}.meeting_type"
    kind = questions.ask(type_asked, case) if questions.is_answered(type_asked) else ""
    return {
        "title": f"研究{case.number}"[:TITLE],
        "type": str(kind),
        "items": [{"matter": mask_text(case.title)[:MATTER], "number": case.number}],
    }


class Decided(NamedTuple):
    row: Decision
    text: str
    unit: str
    task: Case | None
    url: str


def meeting(case: Case, user: User) -> dict[str, Any]:
    """The agenda, who was there by capacity, and the decisions with the state of their tasks."""
    items, decisions = case.part("items"), case.part("decisions")
    ids = {item.about_id for item in items} | {row.task_id for row in decisions}
    seen = Case.objects.visible_to(user).in_bulk(ids - {None})
    called = full_names({row.owner_unit for row in decisions} - {""})
    return {
        "items": [heard(item, seen) for item in items],
        "attendees": by_capacity(case),
        "decisions": [
            decided(row, called.get(row.owner_unit, ""), seen.get(row.task_id)) for row in decisions
        ],
    }


def heard(item: Item, seen: dict[int, Case]) -> Heard:
    case = seen.get(item.about_id or 0)
    is_hidden = item.about_id is not None and case is None
    return Heard(mask_text(item.matter), case, address(case) if case else "", is_hidden)


def decided(row: Decision, unit: str, task: Case | None) -> Decided:
    return Decided(row, mask_text(row.text), unit, task, address(task) if task else "")


MEETINGS = add_cases(
    CasePages(
        kind="meeting",
        one="meeting",
        many="meetings",
        starts_as="通知会议",
        filters=MeetingFilter,
        own_unit=True,
        hidden=("source",),
        comes_from="source",
        carries=carried,
        suits=lambda case: case.kind not in ("meeting", "task"),
        columns=("type", "planned_on"),
        exported=(
            "type",
            "planned_on",
            "place",
            Column("召开日期", lambda case: str(case.meeting.held_on or "")),
        ),
        tabs=(
            Tab("agenda", "议题与决定", "meetings/_meeting.html", meeting),
            tabs.FACTS,
            tabs.HISTORY,
            tabs.FLOW,
            papers.TAB,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
