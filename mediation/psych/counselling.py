"""What can happen to a counselling: 转介, 评估, 干预, 结束, 回访, all by the counsellor alone."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Person, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import MediatorKind, Post, Role
from mediation.rules.opening import SOURCE_KNOWN
from mediation.states import OFFICE

from . import access, limits, rules
from .choices import Closing, Grade, Way

STATES = {
    "referred": "已转介",
    "assessed": "已评估",
    "intervening": "干预中",
    "ended": "已结束",
    "followed": "已回访",
}
COLOURS = {
    "referred": "primary", "assessed": "info", "intervening": "warning", "ended": "success",
    "followed": "success",
}  # fmt: skip
OPEN = ("referred", "assessed", "intervening")
MINE = (Role.MEDIATOR,)
ON = Day("日期", required=False)


def counsellors(case: Any) -> list[tuple[int, str]]:
    kind = MediatorKind.COUNSELLOR
    posts = Post.objects.on().over(case.unit).filter(role=Role.MEDIATOR, user__mediator_kind=kind)
    return list(posts.order_by("user__name").values_list("user", "user__name").distinct())


STEPS = {
    "refer": Step(
        "转介心理服务", (), "referred", OFFICE,
        {
            "title": Text("名称", most=100, help="不写姓名，如：邻里纠纷当事人心理疏导"),
            "handler": Person("心理咨询师", options=counsellors),
            "reason": Text("转介原因"),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("转介日期", required=False),
        },
        (rules.COUNSELS, SOURCE_KNOWN), sets=access.hidden, number="心理字",
    ),
    "assess": Step(
        "评估", ("referred",), "assessed", MINE,
        {
            "consented": Flag("服务对象同意接受心理服务"),
            "grade": Choice("评估等级", choices=Grade),
            "advice": Text("干预建议", most=500),
            "on": Day("评估日期", required=False),
        },
        (rules.OWN, rules.CONSENT), style="primary",
    ),
    "intervene": Step(
        "干预", ("assessed", "intervening"), "intervening", MINE,
        {
            "way": Choice("方式", choices=Way),
            "minutes": Integer("时长（分钟）", least=1, most=600),
            "persons": Integer("人数", required=False, least=1, most=100),
            "on": ON,
        },
        (rules.OWN,), part="interventions", sets=lambda case, facts: {"on": facts["on"]},
        style="primary",
    ),
    "note": Step(
        "写手记", (*OPEN, "ended"), "", MINE,
        {"private": LongText("手记", help="密存，只有您本人可以查看，换人后也不移交"), "on": ON},
        (rules.OWN,), part="notes", sets=lambda case, facts: {"on": facts["on"]},
    ),
    "end": Step(
        "结束服务", ("assessed", "intervening"), "ended", MINE,
        {
            "closing": Choice("结果", choices=Closing),
            "institution": Text("转介去向", required=False, most=100),
            "on": Day("结束日期", required=False),
        },
        (rules.OWN, rules.REFERS), closes=True, style="success",
    ),
    "follow_up": Step(
        "回访", ("ended", "followed"), "followed", MINE,
        {"way": Choice("方式", choices=Way), "steady": Flag("情况稳定"), "on": ON}, (rules.OWN,),
    ),
    "hand_on": Step(
        "更换心理咨询师", OPEN, "", (Role.JUSTICE,),
        {"handler": Person("心理咨询师", options=counsellors), "reason": Text("原因")},
        (rules.COUNSELS,), hands_over=True,
    ),
    **common.papers(MINE, OPEN),
}  # fmt: skip
COUNSELLING = Procedure(
    kind="counselling",
    label="心理服务",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=access.READERS,
    trusted=access.TRUSTED,
    clocks=(
        Clock("心理评估", limits.ASSESS, "平台办理规则", ("refer",), ("assess",), working=True),
        Clock("心理服务回访", limits.FOLLOW, "平台办理规则", ("end",), ("follow_up",)),
    ),
    detail="psych.Counselling",
    parts={**common.PARTS, "interventions": "psych.Intervention", "notes": "psych.Note"},
    counts={"facet": "closing"},
)
