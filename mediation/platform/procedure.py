"""What can happen to a question of law: filed, put to the quarter's meeting, answered, archived."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms

from lawgov.casework import common
from lawgov.casework.facts import Day, Integer, LongText, Text
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role

from . import rules
from .quarters import Quarter

ASKERS = (Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
KEEPERS = (Role.JUSTICE,)
READERS = (Role.GRID_WORKER, *ASKERS, Role.STATISTICIAN, Role.LEADER)
STATES = {
    "filed": "已提出",
    "listed": "已列入议程",
    "answered": "已答复",
    "archived": "已归档",
    "withdrawn": "已撤回",
}
COLOURS = {"filed": "primary", "listed": "warning", "answered": "success", "archived": "dark"}
OPEN = ("filed", "listed")
TO_PREPARE = timedelta(days=15)  # what comes later than that is for the next quarter's meeting


@dataclass(frozen=True)
class QuarterMeeting(Integer):
    """A quarter's meeting of the street, by its id."""

    least: int = 1
    most: int = 2**63 - 1

    def field(self, case: Any = None) -> forms.Field:
        found = rules.quarter_meetings(case) if case else ()
        choices = [("", "请选择"), *((row.pk, f"{row.number} {row.title}") for row in found)]
        return forms.ChoiceField(choices=choices, **self.common())


@dataclass(frozen=True)
class Expert(Integer):
    """A judge or a counsel who was at the meeting, by the row of the attendance."""

    least: int = 1
    most: int = 2**63 - 1

    def field(self, case: Any = None) -> forms.Field:
        found = rules.experts(case) if case else ()
        choices = [("", "请选择"), *((row.pk, str(row)) for row in found)]
        return forms.ChoiceField(choices=choices, **self.common())


def filed(case: Any, facts: Any) -> dict[str, Any]:
    """To be answered in this quarter, or in the next where this one is nearly over."""
    quarter = Quarter.of(facts["on"] + TO_PREPARE)
    source = facts.get("source")
    links = [{"relation": Relation.SOURCE, "other_id": source}] if source else []
    return {"answer_by": quarter.last, "links": links}


def listed(case: Any, facts: Any) -> dict[str, Any]:
    return {"meeting": rules.meeting(case, facts)}


def answered(case: Any, facts: Any) -> dict[str, Any]:
    by = rules.expert(case, facts)
    position = f"（{by.position}）" if by.position else ""
    told = {"answerer": f"{by.name}{position}", "capacity": by.capacity}
    return told | {"answered_on": facts["on"]}


def source_seen(case: Any, facts: Any) -> bool:
    if "source" not in facts:
        return True
    seen = type(case).objects.visible_to(facts["by"], "dispute")
    return bool(seen.filter(pk=facts["source"]).exists())


SOURCE_SEEN = common.rule_of_house("来源应是您可查阅的纠纷", source_seen, asks=True)
STEPS = {
    "file_question": Step(
        "提出", (), "filed", ASKERS,
        {
            "title": Text("问题名称", most=100),
            "text": LongText("问题", help="不写当事人的姓名、电话"),
            "department": Text("提出科室", required=False, most=100, help="机关科室提出的填写"),
            "source": Integer("来源纠纷", required=False, least=1, most=2**63 - 1),
            "on": Day("提出日期", required=False),
        },
        (SOURCE_SEEN,), sets=filed, number="法问字",
    ),
    "put_on": Step(
        "列入季度会", ("filed",), "listed", KEEPERS, {"meeting": QuarterMeeting("季度会")},
        (rules.ON_A_QUARTER,), sets=listed, at="unit", style="primary",
    ),
    "take_off": Step(
        "退出议程", ("listed",), "filed", KEEPERS, {"reason": Text("原因")},
        sets=lambda case, facts: {"meeting": None}, at="unit",
    ),
    "answer": Step(
        "答复", ("listed",), "answered", KEEPERS,
        {
            "answer_text": LongText("答复"),
            "expert": Expert("答复人", help="到会的法官、法律顾问"),
            "on": Day("答复日期", required=False),
        },
        (rules.HELD, rules.BY_EXPERT), sets=answered, at="unit", closes=True, style="success",
    ),
    "archive": Step("归档", ("answered",), "archived", KEEPERS, at="unit"),
    "withdraw": Step(
        "撤回", OPEN, "withdrawn", ASKERS, {"reason": Text("撤回原因")}, closes=True,
    ),
    **common.papers(ASKERS, (*OPEN, "answered")),
}  # fmt: skip
CLOCKS = (
    Clock(
        "法律问题答复", 0, "每季度一次的季度总结和专业指导会", ("file_question",),
        ("answer", "withdraw"), told_day="answer_by",
    ),
)  # fmt: skip

QUESTION = Procedure(
    kind="question",
    label="法律问题",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    clocks=CLOCKS,
    detail="platform.Question",
    parts=common.PARTS,
    searched=("text", "answer_text"),
)
