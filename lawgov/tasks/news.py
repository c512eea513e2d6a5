"""Who is told of a task: the unit or person who is to do it, and the one who gave it."""

from lawgov.casework.models import Event
from lawgov.notices import lines, who
from lawgov.notices.models import What


def doers(event: Event) -> list[int]:
    """The people of the unit, unless one of them is named: a named handler is always told."""
    return [] if event.facts.get("handler") else who.turn(event)


def announce(kind: str) -> None:
    lines.add(kind, "issue", What.ASSIGNED, doers)
    lines.add(kind, "send_back", What.RETURNED, who.turn)
    lines.add(kind, "reply", What.ANSWERED, who.opener)
    lines.add(kind, "answer_urge", What.ANSWERED, who.opener)


def urges(kind: str, step: str) -> None:
    """A 督办 is news to whose turn it is, its answer to who gave it."""
    lines.add(kind, step, What.URGED, who.turn)
    lines.add(kind, "answer_urge", What.ANSWERED, lambda event: giver(event, step))


def giver(event: Event, step: str) -> list[int]:
    given = event.case.events.filter(seq__lt=event.seq, step=step).order_by("-seq").first()
    return [given.by_id] if given and given.by_id else []
