"""What can happen in a mediator's file: from 聘任 to 离任."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Person, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import MediatorKind, Role

from ..choices import THEME, Breach, Grade, LeaveReason, Origin, Sanction
from ..limits import APPRAISE
from ..rules import mediator as rules

KEEPERS = (Role.JUSTICE,)
READERS = (
    Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE, Role.STATISTICIAN,
    Role.LEADER,
)  # fmt: skip
STATES = {"in_post": "在任", "left": "已离任"}
COLOURS = {"in_post": "success"}
HERE = ("in_post",)
ON = Day("办理日期", required=False)


def appointed(case: Any, facts: Any) -> dict[str, Any]:
    """The file is called by its person, and lies with the unit's committee."""
    committee = rules.committee_of(case.unit, facts["on"])
    return {"title": facts["user"].name, "committee": committee}


def gone(case: Any, facts: Any) -> dict[str, Any]:
    return {"left_on": facts["on"], "left_as": facts.get("reason", "")}


STEPS = {
    "appoint": Step(
        "登记", (), "in_post", KEEPERS,
        {
            "user": Person("人员"),
            "mediator_kind": Choice("调解员类别", choices=MediatorKind),
            "origin": Choice("产生方式", choices=Origin),
            "qualified": Flag("已核明符合调解员条件"),
            "specialty": Text("擅长领域", required=False, most=100),
            "licence": Text("执业证号", required=False, most=50, help="律师、咨询师填写"),
            "since": Day("任职日期"),
            "on": Day("登记日期", required=False),
        },
        (
            rules.ADULT, rules.ONE_FILE, rules.SERVES_HERE, rules.COMMITTEE_HERE, rules.BEGUN,
        ),
        sets=appointed, number="调解员字",
    ),
    "correct": Step(
        "更正", HERE, "", KEEPERS,
        {
            "mediator_kind": Choice("调解员类别", required=False, choices=MediatorKind),
            "specialty": Text("擅长领域", required=False, most=100),
            "licence": Text("执业证号", required=False, most=50),
            "reason": Text("更正原因"),
        },
        offer="any", corrects=True,
    ),
    "train": Step(
        "登记培训", HERE, "", KEEPERS,
        {
            "held_on": Day("培训日期"),
            "theme": Choice("培训主题", choices=THEME),
            "topic": Text("培训内容", required=False),
            "hours": Integer("学时", least=1, most=500),
            "on": ON,
        },
        (rules.HELD_BEFORE,), part="mediator_trainings", offer="any", style="primary",
    ),
    "appraise": Step(
        "年度考核", HERE, "", KEEPERS,
        {
            "of_year": Integer("考核年度", least=1990, most=2100),
            "grade": Choice("考核等次", choices=Grade),
            "opinion": LongText("考核意见", required=False, most=1000),
            "on": ON,
        },
        (rules.YEAR_BEGUN,), part="appraisals", offer="any", style="primary",
    ),
    "record_misconduct": Step(
        "登记违规", HERE, "", KEEPERS,
        {
            "breach": Choice("违规情形", choices=Breach),
            "situation": LongText("事实", most=2000),
            "sanction": Choice("处理", choices=Sanction),
            "on": ON,
        },
        part="misconducts", offer="any", style="danger",
        sets=lambda case, facts: {"on": facts["on"]},
    ),
    "dismiss": Step(
        "罢免或者解聘", HERE, "left", KEEPERS, {"opinion": LongText("决定及理由"), "on": ON},
        (rules.GRAVE, rules.HANDED_OVER), sets=gone, closes=True, style="danger",
        fits=lambda case: rules.is_grave(case, {}),
    ),
    "leave": Step(
        "离任", HERE, "left", KEEPERS,
        {"reason": Choice("离任原因", choices=LeaveReason), "on": ON},
        (rules.HANDED_OVER,), sets=gone, closes=True,
    ),
    **common.papers(KEEPERS, HERE),
}  # fmt: skip
CLOCKS = (
    Clock(
        "调解员考核", APPRAISE, "平台办理规则", ("appoint", "appraise"), ("dismiss", "leave"),
    ),
)  # fmt: skip

MEDIATOR = Procedure(
    kind="mediator",
    label="调解员",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    clocks=CLOCKS,
    detail="mediators.Mediator",
    parts={
        **common.PARTS,
        "mediator_trainings": "mediators.MediatorTraining",
        "appraisals": "mediators.Appraisal",
        "misconducts": "mediators.Misconduct",
    },
    counts={"type": "mediator_kind"},
)
