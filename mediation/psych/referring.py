"""A counsellor who was asked to a dispute gets a counselling of their own."""

from typing import Any

from lawgov.casework.models import Case, Event
from lawgov.casework.moves import stated
from mediation.helping import ATTACH


def said(asked: Event) -> str:
    """Why the counsellor was asked: sealed in the dispute, and told in the counselling alone."""
    label = asked.case.procedure.steps[ATTACH].facts["reason"].label
    return str(next(value for fact, value in stated(asked) if fact.label == label))


def open_counselling(payload: dict[str, Any]) -> None:
    """Called with every step of a dispute; the key keeps a repetition from opening another."""
    if payload["step"] != ATTACH:
        return
    dispute = Case.objects.get(pk=payload["case"])
    asked = dispute.events.select_related("by").get(seq=payload["seq"])
    Case.open_new(
        "counselling",
        by=asked.by,
        unit=asked.unit,
        key=f"counselling-{asked.case_id}-{asked.seq}",
        title="纠纷当事人心理疏导",
        handler=asked.facts["counsellor"],
        reason=said(asked),
        source=dispute.pk,
        on=asked.on,
    )
