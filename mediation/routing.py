"""Which way a dispute goes: 人民调解 or another; the first choice is kept beside the later ones."""

from typing import Any

from lawgov.casework.facts import Choice, Day, LongText
from lawgov.casework.procedure import Step

from .choices import Course
from .rules import routing as rules
from .states import OFFICE, OPEN

PARTS = {"courses": "mediation.Course"}


def taken(case: Any, facts: Any) -> dict[str, Any]:
    return {"first": not case.part("courses"), "on": facts["on"]}


STEPS = {
    "choose_course": Step(
        "选择化解途径", OPEN, "", OFFICE,
        {
            "course": Choice("化解途径", choices=Course),
            "grounds": LongText("评估理由", most=500),
            "on": Day("评估日期", required=False),
        },
        (rules.ANOTHER,), part="courses", sets=taken, offer="any", vouches=("first",),
    ),
}  # fmt: skip
CLOCKS = ()
