"""How a dispute is graded: factors give a score, the score a colour, the colour who leads and when.

The score follows what was written down; the colour is raised or lowered by hand with a reason."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lawgov.casework.facts import Choice, Day, LongText
from lawgov.casework.procedure import Clock, Step

from . import limits
from .choices import FACTOR, Risk
from .rules import grading as rules
from .states import ENDING, OFFICE, OPEN

BANDS = (5, 10, 30, 100)  # people: each that is reached counts
ORDER = (Risk.LOW, Risk.MEDIUM, Risk.HIGH)
Facts = Mapping[str, Any]


def score_of(unit: str, day: date, factors: list[str], people: int) -> int:
    reached = sum(people >= band for band in BANDS)
    points = FACTOR.on(day)
    return sum(points.points(code) for code in factors) + reached * limits.CROWD.on(unit, day)


def colour_of(unit: str, day: date, score: int) -> Risk:
    if score >= limits.RED.on(unit, day):
        return Risk.HIGH
    return Risk.MEDIUM if score >= limits.YELLOW.on(unit, day) else Risk.LOW


def settle_by(unit: str, day: date, risk: str) -> date | None:
    """Green has no day of its own: the time of mediation holds."""
    days = {Risk.HIGH: limits.RED_DAYS, Risk.MEDIUM: limits.YELLOW_DAYS}.get(Risk(risk))
    return day + timedelta(days=days.on(unit, day)) if days else None


def graded(case: Any, facts: Facts) -> dict[str, Any]:
    """What follows of what is now written down; a colour set by hand is raised, never lowered."""
    held, day = case.detail, facts["on"]
    factors, people = facts.get("factors", held.factors), facts.get("people", held.people)
    score = score_of(case.unit, day, factors, people)
    by_hand = facts.get("risk") or (held.risk if case.version else Risk.LOW)
    risk = max(by_hand, colour_of(case.unit, day, score), key=ORDER.index)
    if case.version and risk == held.risk:
        return {"score": score, "settle_by": held.settle_by}
    return {"score": score} | coloured(case, risk, day)


def coloured(case: Any, risk: str, day: date) -> dict[str, Any]:
    major = {"major": True} if risk == Risk.HIGH else {}
    return {"risk": risk, "settle_by": settle_by(case.unit, day, risk), **major}


STEPS = {
    "grade": Step(
        "调整风险等级", OPEN, "", OFFICE,
        {
            "risk": Choice("风险等级", choices=Risk),
            "reason": LongText("理由", most=500),
            "on": Day("日期", required=False),
        },
        (rules.IS_OTHER,), offer="any",
        sets=lambda case, facts: coloured(case, facts["risk"], facts["on"]),
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "分级化解", 0, "平台办理规则", ("register", "grade", "correct"),
        (*ENDING, "reject", "turn_back"), told_day="settle_by", extends={"extend": "days"},
    ),
)  # fmt: skip
