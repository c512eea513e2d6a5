"""What can happen to an officer's file: from 新增 to 离岗, with the life of each certificate."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, Person, Row, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role
from lawgov.units.models import Unit

from . import certificates, posts, rules
from .choices import LINE, THEME, Duty, Form, LeaveReason, Origin, Result
from .facts import Area, Team
from .limits import RECALL

KEEPERS = (Role.ENFORCEMENT_HEAD, Role.JUSTICE)
READERS = (*KEEPERS, Role.OFFICER, Role.REVIEWER, Role.STATISTICIAN, Role.LEADER)

STATES = {"in_post": "在岗", "leaving": "离岗办理中", "left": "已离岗"}
COLOURS = {"in_post": "success", "leaving": "warning", "left": "dark"}
HERE = ("in_post",)
NOT_GONE = ("in_post", "leaving")


def areas(case: Any) -> list[tuple[str, str]]:
    found = Unit.objects.current().under(case.unit).order_by("code")
    return list(found.values_list("code", "name"))


def enrolled(case: Any, facts: Any) -> dict[str, Any]:
    return {"title": facts["user"].name}


def assessed(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.training(case, facts)
    assert row is not None  # the rule says so
    row.held_on, row.hours, row.result = facts["held_on"], facts["hours"], facts["result"]
    return [(row, ["held_on", "hours", "result"])]


def departs(case: Any, facts: Any) -> dict[str, Any]:
    return {"left_on": facts["on"], "left_as": facts["reason"]}


def leaving(case: Any) -> list[tuple[str, str]]:
    """What is still with who leaves."""
    held = rules.certificate(case)
    work = rules.open_work(case.detail.user)
    return [
        ("须收回的执法证", str(held) if held else "无"),
        ("未办结的案件", "、".join(str(each) for each in work) or "无"),
    ]


ON = Day("办理日期", required=False)
STAFF = {
    "position": Text("职务", required=False, most=50),
    "legal_number": Text("法律职业资格证号", required=False, most=50),
    "reviewing_since": Day("从事法制审核起始日期", required=False),
}
LESSON = {
    "form": Choice("培训形式", choices=Form),
    "theme": Choice("培训主题", choices=THEME),
    "topic": Text("培训内容", required=False),
}
ATTENDED = {
    "held_on": Day("培训日期"),
    "hours": Integer("学时", least=1, most=500),
    "result": Choice("考核结果", choices=Result),
}

STEPS = {
    "enrol": Step(
        "新增", (), "in_post", KEEPERS,
        {
            "user": Person("人员"),
            "channel": Choice("到岗方式", choices=Origin),
            "duty": Choice("岗位类别", choices=Duty),
            "since": Day("到岗日期"),
            **STAFF,
            "on": Day("登记日期", required=False),
        },
        (rules.ONE_FILE, rules.SERVES_HERE, rules.ARRIVED), sets=enrolled, number="执法人字",
    ),
    "correct": Step(
        "更正", HERE, "", KEEPERS,
        {
            "duty": Choice("岗位类别", required=False, choices=Duty),
            **STAFF,
            "reason": Text("更正原因"),
        },
        offer="any", corrects=True,
    ),
    "plan_training": Step(
        "列入培训计划", HERE, "", KEEPERS, {**LESSON, "planned_on": Day("计划日期")},
        part="trainings", offer="any",
    ),
    "train": Step(
        "登记培训", HERE, "", KEEPERS, {**LESSON, **ATTENDED, "on": ON}, (rules.HELD_BEFORE,),
        part="trainings", offer="any", style="primary",
    ),
    "assess": Step(
        "登记培训考核", HERE, "", KEEPERS,
        {"training": Row("培训", part="trainings"), **ATTENDED, "on": ON},
        (rules.TRAINING_OPEN, rules.HELD_BEFORE), alters=assessed, offer="any",
        fits=lambda case: any(not row.result for row in case.part("trainings")),
    ),
    **certificates.steps(KEEPERS, HERE, NOT_GONE),
    "assign": Step(
        "编组和分片", HERE, "", KEEPERS,
        {
            "team": Team("执法队"),
            "line": Choice("条线", required=False, choices=LINE),
            "area": Area("负责片区", required=False, options=areas),
        },
        (rules.TEAM_HERE, rules.AREA_WITHIN), offer="any",
    ),
    **posts.steps(KEEPERS, HERE),
    "leave": Step(
        "调离（离岗）", HERE, "leaving", KEEPERS,
        {
            "reason": Choice("离岗原因", choices=LeaveReason),
            "destination": Text("去向", required=False, most=100),
            "on": Day("离岗日期", required=False),
        },
        (rules.HANDED_OVER,), sets=departs, alters=posts.given_up, effect=leaving, offer="any",
        style="danger",
    ),
    "settle": Step(
        "办结离岗", ("leaving",), "left", KEEPERS, {}, (rules.CALLED_IN,), closes=True,
        style="success",
    ),
    **common.papers(KEEPERS, NOT_GONE),
}  # fmt: skip

CLOCKS = (
    Clock(
        "收回执法证", RECALL, "平台办理规则", ("leave",), ("cancel_certificate", "settle"),
        working=True,
    ),
    Clock(
        "到期前换证", 0, "证件有效期和提前量", ("issue_certificate", "renew_certificate"),
        ("cancel_certificate", "report_loss"), told_day="renew_by",
    ),
    Clock(
        "敏感岗位轮岗", 0, "任岗时的任职上限", ("hold_post", "rotate"), ("leave",),
        told_day="rotate_by",
    ),
)  # fmt: skip

OFFICER = Procedure(
    kind="officer",
    label="执法人员",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    clocks=CLOCKS,
    detail="officers.Officer",
    parts={
        **common.PARTS,
        "certificates": "officers.Certificate",
        "trainings": "officers.Training",
        "holdings": "officers.Holding",
    },
    counts={"type": "duty", "facet": "left_as"},
)
