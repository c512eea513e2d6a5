"""A report that becomes a dispute: what the dispute begins with, and what the report then says."""

from typing import Any

from lawgov.casework import outbox, questions
from lawgov.casework.models import Case, Relation
from lawgov.casework.refusals import StepRefused

from .procedure import WAITING


@questions.answers("code_report.for_dispute")
def for_dispute(case: Case) -> dict[str, Any] | None:
    """The phone is typed again: a page never carries it open."""
    if case.state not in WAITING:
        return None
    report = case.detail
    parties = [{"side": row.side, "name": row.name} for row in case.part("parties")]
    return {
        "channel": "qr",
        "summary": report.text,
        "place": report.where or report.code_place.subject,
        "factors": report.factors,
        "risk": report.risk,
        **({"parties": [*parties, {"side": "respondent"}]} if parties else {}),
    }


@outbox.on("dispute")
def turn(payload: dict[str, Any]) -> None:
    """A dispute was registered out of a report; said twice, it is done once."""
    if payload["step"] != "register":
        return
    from_report = {"linked_from__relation": Relation.SOURCE, "kind": "code_report"}
    for case in Case.objects.filter(linked_from__case=payload["case"], **from_report):
        try:
            case.take("turn", by=None, dispute=payload["case"])
        except StepRefused:
            continue
