"""What a publication does by itself: it follows its case, and comes down when its time is over."""

from datetime import datetime
from typing import Any

import structlog
from django.utils import timezone
from django.utils.timezone import localdate

from lawgov.casework import outbox
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.casework.procedure import PROCEDURES
from lawgov.casework.questions import answers
from lawgov.casework.refusals import Refusal
from lawgov.units import scope

from . import content
from .models import Publication

log = structlog.get_logger()
MOST = 500  # to come down in one round; the next one goes on
PUBLICISED = "publicised"  # the step of a case that hears of its publication, where it has one


@answers("publicity.published")
def published(case: Case) -> bool:
    """Whether it stands in public, or nothing of it may or need stand there.

    A decision that no longer stands is the other way round: it is not to be there.
    """
    rows = Publication.objects.filter(source=case, withdrawn_on=None)
    if rows.exclude(public_on=None).exists():
        return True
    said = content.of(case)
    if said and said.annulled_on:
        return False
    if said is None or content.is_minors(case, said):
        return True
    return rows.exclude(secrecy="").exists()


def kinds() -> list[str]:
    return [kind for kind in PROCEDURES if content.is_published(kind)]


@outbox.on_step
def follow(told: dict[str, Any]) -> None:
    """After each step of a case that may be published: prepare it, or take it back."""
    case = Case.objects.filter(pk=told["case"], kind__in=kinds()).first()
    if case is None:
        return
    rows = Publication.objects.filter(source=case).select_related("case")
    if not rows:
        prepare(case)
    elif (out := rows.filter(case__state="public").first()) and is_annulled(case):
        out.case.take("annul", by=None)


def is_annulled(case: Case) -> bool:
    said = content.of(case)
    return bool(said and said.annulled_on)


def prepare(case: Case) -> None:
    """The system prepares what is decided, so that nobody has to think of it in time."""
    said = content.of(case)
    if said is None or said.annulled_on or content.is_minors(case, said):
        return
    batch, told, now = Batch(), {"source": case}, timezone.now()
    try:
        batch.begin("publication", scope.street(case.unit), told, by=None, post=None, at=now)
        batch.save()
    except Refusal as refusal:  # a street that is no more; the rest of what the step causes goes on
        log.warning("not_prepared", case=case.pk, why=str(refusal))


@outbox.on("publication")
def answer(told: dict[str, Any]) -> None:
    """Tell the case that it is out, where its procedure listens."""
    if told["step"] != "approve":
        return
    made = Case.objects.get(pk=told["case"])
    source, out = made.detail.source, made.events.get(seq=told["seq"])
    if source and listens(source, out.at):
        source.take(PUBLICISED, by=None)


def listens(case: Case, since: datetime) -> bool:
    """It has such a step, and has not heard yet."""
    step = case.procedure.steps.get(PUBLICISED)
    if step is None or any(e.step == PUBLICISED and e.at >= since for e in case.history):
        return False
    return step.open_to(case.state) and step.fits_case(case)


def expire() -> int:
    """Take down what has stood for its time; how many."""
    due = Publication.objects.filter(
        until__lte=localdate(), withdrawn_on=None, case__state="public"
    ).select_related("case")[:MOST]
    for row in due:
        row.case.take("expire", by=None)
    return len(due)
