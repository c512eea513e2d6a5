"""Which step is news to whom. A kind of case adds lines of its own when it is ready."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.utils import timezone

from lawgov.casework import outbox
from lawgov.casework.models import Event

from . import who
from .models import Notice, What
from .telling import News, spread


class Line(NamedTuple):
    what: What
    who: Callable[[Event], Iterable[int]]


# What holds for every kind that has these steps.
EVERY = {
    "accept_offer": Line(What.ACCEPTED, who.offerer),
    "return_offer": Line(What.RETURNED, who.offerer),
    "urge": Line(What.URGED, who.turn),
}
own: dict[tuple[str, str], list[Line]] = {}


def add(kind: str, step: str, what: What, told: Callable[[Event], Iterable[int]]) -> None:
    own.setdefault((kind, step), []).append(Line(what, told))


def lines(event: Event) -> Iterator[Line]:
    yield from own.get((event.kind, event.step), ())
    if line := EVERY.get(event.step):
        yield line
    if who.is_offer(event):
        yield Line(What.OFFERED, who.offered)
    if event.facts.get("handler"):
        yield Line(What.ASSIGNED, who.named)
    if event.case.procedure.steps[event.step].closes:
        yield Line(What.CLOSED, who.opener)


@outbox.on_step
def heed(payload: dict[str, Any]) -> None:
    """Tell of one step those whom it concerns, but not who took it."""
    of = {"case": payload["case"], "seq": payload["seq"]}
    event = Event.objects.select_related("case").get(**of)
    settle(event)
    spread(
        [
            News(line.what, {*line.who(event)} - {event.by_id}, event.case, key(line, event))
            for line in lines(event)
        ]
    )


def key(line: Line, event: Event) -> str:
    return f"{line.what}:{event.case_id}:{event.seq}"


def settle(event: Event) -> None:
    """An offer that was answered or revoked waits for nobody any more."""
    if event.case.procedure.steps[event.step].offer in ("answer", "revoke"):
        waiting = Notice.objects.unread().filter(case=event.case_id, what=What.OFFERED)
        waiting.update(read_at=timezone.now())
