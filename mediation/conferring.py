"""重大复杂: a dispute that is settled only by a plan of several, made in a conference."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lawgov.casework.facts import Integer, LongText
from lawgov.casework.procedure import Step
from lawgov.people.models import Role

from .rules import conferring as rules
from .states import OFFICE, OPEN

PARTS = {"plans": "mediation.Plan"}


@dataclass(frozen=True)
class Conference(Integer):
    """A meeting that heard the dispute, by its id."""

    least: int = 1
    most: int = 2**63 - 1

    def field(self, case: Any = None) -> forms.Field:
        held = rules.conferences(case) if case else ()
        choices = [("", "请选择"), *((row.pk, f"{row.number} {row.title}") for row in held)]
        return forms.ChoiceField(choices=choices, **self.common())


def planned(case: Any, facts: Any) -> dict[str, Any]:
    return {"meeting": rules.conference(case, facts["meeting"]), "on": facts["on"]}


STEPS = {
    "mark_major": Step(
        "标为重大复杂", OPEN, "", OFFICE, {"reason": LongText("理由", most=500)}, offer="any",
        sets=lambda case, facts: {"major": True}, fits=lambda case: not case.detail.major,
        style="danger",
    ),
    "unmark_major": Step(
        "取消重大复杂", OPEN, "", (Role.JUSTICE,),
        {"reason": LongText("理由", most=500)}, offer="any", bars=rules.has_a_hand,
        leads=(Role.LEADER,),
        sets=lambda case, facts: {"major": False}, fits=lambda case: case.detail.major,
    ),
    "plan": Step(
        "登记化解方案", OPEN, "", OFFICE,
        {
            "meeting": Conference("会商会议", help="研究过本纠纷、已形成纪要的会商"),
            "text": LongText("化解方案"),
        },
        (rules.CONFERRED, rules.WITH_EXPERT, rules.WITH_TASKS), part="plans", sets=planned,
        offer="any", fits=lambda case: case.detail.major, style="primary",
    ),
}  # fmt: skip
CLOCKS = ()
