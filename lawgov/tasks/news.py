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
