"""The picture of a procedure: states as boxes, steps as arrows, and where a case has been."""

from collections import defaultdict
from typing import Any, NamedTuple

from lawgov.people.models import User

from ..models import Case
from ..procedure import ANY, Procedure

WIDE, HIGH = 132, 40  # of a box, in units of the picture
ACROSS, DOWN = 172, 84  # from one box to the next
MARGIN = 28  # on the left, for the arrows that lead back up


class Box(NamedTuple):
    state: str
    label: str
    x: int
    y: int
    look: str  # "here", "been" or nothing

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + WIDE // 2, self.y + HIGH // 2


class Arrow(NamedTuple):
    words: str
    path: str
    look: str
    label_at: tuple[int, int] | None


class Picture(NamedTuple):
    width: int
    height: int
    boxes: list[Box]
    arrows: list[Arrow]
    told: list[str]  # the same in words


def ways(procedure: Procedure) -> dict[tuple[str, str], list[str]]:
    """From state to state, with the labels of the steps that lead there; what begins again after
    the end is no part of the way."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for step in procedure.steps.values():
        if step.reopens:
            continue
        for source in step.sources if step.sources != ANY else ():
            if step.target and step.target != source:
                found[source, step.target].append(step.label)
    return found


def ranks(procedure: Procedure) -> dict[str, int]:
    """How far down each state stands: below everything that leads to it and is named before it."""
    order, found = list(procedure.states), dict[str, int]()
    for state in order:
        above = [found[a] for a, b in ways(procedure) if b == state and a in found]
        found[state] = max(above, default=-1) + 1
    return found


def place(procedure: Procedure, case: Case) -> dict[str, Box]:
    """A row for each rank; in a row the states stand in the order of the procedure."""
    been = {event.target for event in case.history}
    columns: dict[int, int] = defaultdict(int)
    boxes = {}
    for state, rank in ranks(procedure).items():
        look = "here" if state == case.state else "been" if state in been else ""
        x, y = MARGIN + columns[rank] * ACROSS, rank * DOWN + 2
        boxes[state] = Box(state, procedure.states[state], x, y, look)
        columns[rank] += 1
    return boxes


def arrow(source: Box, target: Box, labels: list[str], gone: bool) -> Arrow:
    """The straight way down bears its words; any other tells them when it is pointed at."""
    words, look = "、".join(labels), "been" if gone else ""
    (x1, y1), (x2, y2) = source.centre, target.centre
    is_next = x1 == x2 and y2 - y1 == DOWN
    at = (x1 + 8, (y1 + y2) // 2 + 3) if is_next else None
    return Arrow(words, line(source, target), look, at)


def line(source: Box, target: Box) -> str:
    """Sideways out and down, or down and sideways in; back up the same column by the left."""
    (x1, y1), (x2, y2) = source.centre, target.centre
    half, tall = WIDE // 2, HIGH // 2
    side = half if x2 > x1 else -half
    if x1 == x2 and y2 > y1:
        return f"M{x1} {y1 + tall} V{y2 - tall}"
    if x1 == x2:
        left = x1 - half - MARGIN + 4
        return f"M{x1 - half} {y1} C{left} {y1} {left} {y2} {x2 - half} {y2}"
    if y1 == y2:
        return f"M{x1 + side} {y1} H{x2 - side}"
    if x2 > x1:
        return f"M{x1 + side} {y1} Q{x2} {y1} {x2} {y2 - tall if y2 > y1 else y2 + tall}"
    return f"M{x1} {y1 + tall if y2 > y1 else y1 - tall} Q{x1} {y2} {x2 - side} {y2}"


def picture(case: Case) -> Picture:
    """The whole procedure; solid where the case has been, marked where it stands."""
    procedure = case.procedure
    boxes = place(procedure, case)
    gone = {(event.source, event.target) for event in case.history}
    arrows = [
        arrow(boxes[source], boxes[target], labels, (source, target) in gone)
        for (source, target), labels in ways(procedure).items()
    ]
    # What was gone is drawn last, over the rest.
    return Picture(
        max(box.x for box in boxes.values()) + WIDE + 2,
        max(box.y for box in boxes.values()) + HIGH + 2,
        list(boxes.values()),
        sorted(arrows, key=lambda each: each.look),
        told(case),
    )


def told(case: Case) -> list[str]:
    procedure = case.procedure
    been = [event for event in case.history if event.source != event.target]
    words = [f"{event.on} {event.label}，{procedure.states[event.target]}" for event in been]
    onward = [
        label for (a, _), labels in ways(procedure).items() if a == case.state for label in labels
    ]
    return [*words, f"接下来可以：{'、'.join(onward)}" if onward else "流程已走完"]


def shows(case: Case, user: User) -> dict[str, Any]:
    return {"flow": picture(case), "box": {"wide": WIDE, "high": HIGH}}
