"""督办: an order to get on with a case, and its answer, whatever the kind of the case."""

from collections.abc import Callable
from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house, took
from lawgov.casework.facts import LongText
from lawgov.casework.procedure import Clock, Step
from lawgov.people.models import Role, User
from lawgov.workdays import calendar

from .limits import URGE_DAYS

PARTS = {"urges": "tasks.Urge"}
# The handshake of a handover urges in its own way, so its kinds cannot call this one "urge" too.
ORDER, ANSWER = "supervise", "answer_urge"


def open_urge(case: Any) -> Any:
    """The supervision order that is still to be answered."""
    return next((row for row in case.part("urges") if row.answered_on is None), None)


def urge(case: Any, facts: Any) -> dict[str, Any]:
    return {"on": facts["on"], "answer_by": urge_due(case, facts["on"])}


def urge_due(case: Any, on: date) -> date:
    return calendar.add(on, URGE_DAYS.on(case.unit, on), working=True).day


def answered(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = open_urge(case)
    row.answer, row.answered_on = facts["answer"], facts["on"]
    return [(row, ["answer", "answered_on"])]


URGE_ANSWERED = rule_of_house("督办单应先答复", lambda case, facts: open_urge(case) is None)


def steps(
    sources: tuple[str, ...],
    supervisors: tuple[Role, ...],
    owners: tuple[Role, ...],
    *,
    name: str = ORDER,
    at: tuple[str, str] = ("desk", "desk"),
    bars: Callable[[Any, User], bool] | None = None,
    until: tuple[str, ...] = (),
    leads: tuple[Role, ...] = (),
) -> dict[str, Step]:
    """One order at a time, by who supervises; answered by another, who does the work, also in the
    states that come later (`until`). `at` says whose people give it and whose answer it."""
    return {
        name: Step(
            "督办", sources, "", supervisors, {"body": LongText("督办要求", most=1000)},
            at=at[0], bars=bars, offer="any", part="urges", sets=urge, leads=leads,
            fits=lambda case: open_urge(case) is None, style="danger",
        ),
        ANSWER: Step(
            "答复督办", until or sources, "", owners, {"answer": LongText("督办答复")},
            at=at[1], bars=took(name), offer="any", alters=answered,
            fits=lambda case: open_urge(case) is not None, style="primary",
        ),
    }  # fmt: skip


def clock(stops: tuple[str, ...], name: str = ORDER) -> Clock:
    """The answer's own time; it ends too where the case does."""
    return Clock("督办答复", URGE_DAYS, "平台办理规则", (name,), (ANSWER, *stops), working=True)
