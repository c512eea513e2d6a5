"""What can happen to a key person: 纳管, visited when due, 调级, 销号."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Person, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.parties import steps as parties
from lawgov.people.models import Post, Role
from lawgov.workdays import calendar
from mediation.rules.opening import SOURCE_KNOWN
from mediation.states import ALL

from . import access, rules
from .choices import KEY, Grade, Struck, Way
from .limits import VISIT

STATES = {"kept": "在管", "struck": "已销号"}
COLOURS = {"kept": "warning", "struck": "success"}
ENROLLERS = (Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
HERE = ("kept",)


def owners(case: Any) -> list[tuple[int, str]]:
    posts = Post.objects.on().over(case.unit).filter(role__in=ALL).select_related("user")
    found = posts.order_by("user__name", "pk")
    return list({p.user_id: f"{p.user.name}（{p.get_role_display()}）" for p in found}.items())


def next_visit(case: Any, facts: Any) -> dict[str, Any]:
    """When the next visit is due: by the grade that holds from now on."""
    grade = Grade(facts.get("grade") or case.detail.grade)
    days = VISIT[grade].on(case.unit, facts["on"])
    return {"next_on": calendar.add(facts["on"], days, working=False).day}


def enrolled(case: Any, facts: Any) -> dict[str, Any]:
    return {**access.hidden(case, facts), **next_visit(case, facts)}


def visited(case: Any, facts: Any) -> dict[str, Any]:
    return {"on": facts["on"], **next_visit(case, facts)}


STEPS = {
    "enrol": Step(
        "纳管", (), "kept", ENROLLERS,
        {
            "title": Text("名称", most=100, help="不写姓名，如：矛盾激化风险人员"),
            "type": Choice("人员类别", choices=KEY),
            "grade": Choice("关注等级", choices=Grade),
            "reason": Text("纳管原因"),
            "handler": Person("责任人", options=owners),
            "parties": parties.parties(),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("纳管日期", required=False),
        },
        (rules.OWNER_SITS, rules.ONE_PERSON, rules.FOLLOWED_ONCE, SOURCE_KNOWN),
        sets=enrolled, number="重点字",
    ),
    "visit": Step(
        "登记走访", HERE, "", ALL,
        {
            "way": Choice("方式", choices=Way),
            "situation": LongText("走访情况"),
            "worse": Flag("有异常动向"),
            "on": Day("走访日期", required=False),
        },
        part="key_visits", sets=visited, style="primary",
    ),
    "regrade": Step(
        "评估调级", HERE, "", (Role.COMMUNITY_WORKER, Role.JUSTICE),
        {
            "grade": Choice("关注等级", choices=Grade),
            "assessment": LongText("评估情况", most=1000),
            "on": Day("评估日期", required=False),
        },
        (rules.ANOTHER_GRADE,), sets=next_visit,
    ),
    "hand_on": Step(
        "变更责任人", HERE, "", (Role.JUSTICE,),
        {"handler": Person("责任人", options=owners), "reason": Text("原因")}, (rules.OWNER_SITS,),
        hands_over=True,
    ),
    "strike": Step(
        "销号", HERE, "struck", (Role.JUSTICE, Role.LEADER),
        {
            "struck": Choice("销号原因", choices=Struck),
            "opinion": LongText("销号意见", most=1000),
            "on": Day("销号日期", required=False),
        },
        (rules.VISITED, rules.NOT_HIGH), closes=True, style="success",
    ),
    **parties.papers(ENROLLERS, HERE),
    **common.papers(ENROLLERS, HERE),
}  # fmt: skip
KEY_PERSON = Procedure(
    kind="key_person",
    label="重点人员",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=access.READERS,
    trusted=access.TRUSTED,
    clocks=(
        Clock("重点人员走访", 0, "关注等级的走访间隔", ("enrol", "visit", "regrade"), ("strike",),
              told_day="next_on"),
    ),
    detail="psych.KeyPerson",
    parts={**parties.PARTS, **common.PARTS, "key_visits": "psych.KeyVisit"},
    counts={"type": "type", "facet": "grade"},
)  # fmt: skip
