"""Who is told of a review; and the case itself, which keeps in its history that it was reviewed."""

from typing import Any

from lawgov.casework import outbox
from lawgov.casework.models import Case, Event
from lawgov.notices import lines, who
from lawgov.notices.models import What
from lawgov.people.models import Role

from .procedure import DESK, OPINIONS

HEARD = "reviewed"  # the step of a case that takes note of an opinion, where its kind has it


def announce(kind: str) -> None:
    for step in ("submit", "supplement", "resubmit"):
        lines.add(kind, step, What.ASSIGNED, queue)
    for step in ("return", "send_back", "uphold"):
        lines.add(kind, step, What.RETURNED, who.opener)
    for step in ("ask_extension", "raise"):
        lines.add(kind, step, What.ASSIGNED, leaders)
    lines.add(kind, "extend", What.ANSWERED, handler)
    lines.add(kind, "refuse_extension", What.ANSWERED, handler)
    outbox.on(kind)(tell_subject)


def queue(event: Event) -> list[int]:
    return who.nearest(event.case.desk, DESK)


def leaders(event: Event) -> list[int]:
    return who.nearest(event.case.desk, [Role.LEADER])


def handler(event: Event) -> list[int]:
    return [event.case.handler_id] if event.case.handler_id else []


@outbox.on_step
def shield(told: dict[str, Any]) -> None:
    """What turns out to be sensitive is so in its reviews too."""
    if told["step"] != "correct":
        return
    for review in Case.objects.filter(review__subject=told["case"]).select_related("review"):
        hidden = review.detail.subject.sensitivity
        if hidden and review.sensitivity != hidden:
            review.take("shield", by=None)


def tell_subject(told: dict[str, Any]) -> None:
    """The case takes note of its opinion, once."""
    if told["step"] not in OPINIONS:
        return
    subject = Case.objects.get(reviews=told["case"])
    heard = subject.events.filter(step=HEARD).count()
    if HEARD in subject.procedure.steps and heard < subject.review_opinions.count():
        subject.take(HEARD, by=None)
