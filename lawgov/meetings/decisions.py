"""Decisions that become tasks: each with a unit to do it, exactly once."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.tasks.choices import Source

from . import rules
from .models import Decision

TITLE = 100


def give_tasks(told: dict[str, Any]) -> None:
    if told["step"] != "minute":
        return
    meeting = Case.objects.get(pk=told["case"])
    minuted = meeting.events.select_related("by").get(seq=told["seq"])
    for decision in rules.standing(meeting):
        if decision.owner_unit and decision.task_id is None:
            give(meeting, decision, minuted)


def give(meeting: Case, decision: Decision, minuted: Any) -> None:
    """Open the task for who wrote the minutes, and write it down at the decision. The key holds
    two workers apart; the decision remembers when the key is long forgotten."""
    task = Case.open_new(
        "task",
        by=minuted.by,
        unit=meeting.unit,
        key=f"decision-{decision.pk}",
        title=decision.text[:TITLE],
        content=decision.text,
        desk=decision.owner_unit,
        handler=decision.owner,
        due=decision.due,
        needs_reply=True,
        channel=Source.MEETING,
        source=meeting.pk,
        on=minuted.on,
    )
    try:
        meeting.take("give_task", by=None, decision=decision.pk, task=task.pk)
    except StepRefused:
        decision.refresh_from_db()
        if decision.task_id != task.pk:
            raise
        meeting.refresh_from_db()
