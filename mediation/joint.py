"""What others do on a dispute, as its page shows it: agencies, meetings, tasks, 督办, the plan."""

from typing import Any, NamedTuple

from lawgov.casework import questions
from lawgov.casework.models import Case
from lawgov.casework.web.lights import Light, light
from lawgov.casework.web.pages import Tab, address
from lawgov.handovers.models import Referral
from lawgov.handovers.referrals import lights
from lawgov.meetings.choices import Type
from lawgov.meetings.models import Meeting
from lawgov.people.models import User
from lawgov.privacy.masks import mask_text

from .rules.conferring import decisions


@questions.answers("dispute.meeting_type")
def meeting_type(case: Case) -> str:
    """A meeting on a dispute is a conference, until who calls it says otherwise."""
    return Type.CONFERENCE


class Asked(NamedTuple):
    row: Referral
    lights: list[Light]
    outcome: str


class Heard(NamedTuple):
    """A meeting that heard the dispute, for whoever may open it."""

    meeting: Meeting
    case: Case | None
    url: str


class Charged(NamedTuple):
    """What was decided on the dispute, and the task that it became."""

    text: str
    due: Any
    task: Case | None
    url: str
    light: Light | None


def joint(case: Case, user: User) -> dict[str, Any]:
    return {
        "courses": case.part("courses"),
        "referrals": [
            Asked(row, lights(row), mask_text(row.outcome)) for row in case.part("referrals")
        ],
        "meetings": heard(case, user),
        "plans": [(plan, mask_text(plan.text)) for plan in case.part("plans")],
        "tasks": charged(case, user),
        "urges": [(row, mask_text(row.body), mask_text(row.answer)) for row in case.part("urges")],
    }


def heard(case: Case, user: User) -> list[Heard]:
    held = Meeting.objects.filter(case__items__about=case).distinct()
    rows = list(held.select_related("case").order_by("pk"))
    seen = Case.objects.visible_to(user).in_bulk([row.pk for row in rows])
    return [
        Heard(row, seen.get(row.pk), address(seen[row.pk]) if row.pk in seen else "")
        for row in rows
    ]


def charged(case: Case, user: User) -> list[Charged]:
    rows = list(decisions(case).exclude(owner_unit=""))
    seen = Case.objects.visible_to(user).in_bulk([row.task_id for row in rows if row.task_id])
    return [followed(row, seen.get(row.task_id or 0)) for row in rows]


def followed(row: Any, task: Case | None) -> Charged:
    due = light(row.due) if task and not task.closed_on else None
    return Charged(mask_text(row.text), row.due, task, address(task) if task else "", due)


TAB = Tab("joint", "联动与会商", "mediation/_joint.html", joint)
