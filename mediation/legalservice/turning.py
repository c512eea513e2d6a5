"""What becomes of a consultation: a dispute or a request for aid, begun with what was said."""

from typing import Any

from lawgov.casework.models import Case, Link, Relation
from lawgov.casework.questions import answers
from lawgov.parties.models import Side

from .procedures.consultation import CONSULTATION

OPENING = {"dispute": "register", "aid_request": "apply"}


def suits(case: Case) -> bool:
    """Something may come of it once somebody has been received."""
    return case.kind == CONSULTATION.kind and CONSULTATION.steps["turned"].open_to(case.state)


@answers("consultation.for_dispute")
def for_dispute(case: Case) -> dict[str, Any] | None:
    """Whom it is against is asked for beside who came."""
    if not suits(case):
        return None
    begun = said(case)
    against = {"side": Side.RESPONDENT}
    return {**begun, "channel": "consultation", "parties": [*begun["parties"], against]}


@answers("consultation.for_aid")
def for_aid(case: Case) -> dict[str, Any] | None:
    return said(case) if suits(case) else None


def said(case: Case) -> dict[str, Any]:
    """Whoever is hidden even from who works on it, and every number, is given anew."""
    known = [row for row in case.part("parties") if row.shown_name == row.name]
    return {
        "title": case.title,
        "summary": case.detail.matter or case.title,
        "sensitivity": case.sensitivity,
        "parties": [{"side": Side.APPLICANT, "name": row.name} for row in known],
    }


def mark_turned(payload: dict[str, Any]) -> None:
    """Called with every step of what may come of one; it may come twice."""
    case = Case.objects.filter(pk=payload["case"]).first()
    if case is None or payload["step"] != OPENING[case.kind]:
        return
    links = Link.objects.filter(case=case, relation=Relation.SOURCE, other__kind=CONSULTATION.kind)
    for link in links.select_related("other"):
        turn(link.other, case.pk)


def turn(source: Case | None, became: int) -> None:
    if source is None or not suits(source):
        return
    done = (e.facts.get("became") for e in source.history if e.step == "turned")
    if became not in done:
        source.take("turned", by=None, became=became)
