"""周四大接访: a day is planned and booked, held in its place, and its tasks are answered."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Day, Integer, LongText, Person, Text, phone
from lawgov.casework.hours import Hour
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Post, Role
from lawgov.privacy import masks
from mediation.states import ALL

from .rules import receiving as rules
from .states import STAFF

PLANNERS = (Role.JUSTICE, Role.LEADER)
STATES = {"planned": "已排期", "held": "已接访", "fed_back": "已反馈", "cancelled": "已取消"}
COLOURS = {"planned": "primary", "held": "warning", "fed_back": "success"}


def hosts(case: Any) -> list[tuple[int, str]]:
    posts = Post.objects.on().over(case.unit).filter(role=Role.LEADER)
    return list(posts.order_by("user__name").values_list("user", "user__name").distinct())


def named(case: Any, facts: Any) -> dict[str, Any]:
    return {"title": f"{facts['planned_on']} 主要领导接访"}


WHEN = {
    "planned_on": Day("接访日期"),
    "planned_at": Hour("开始时间"),
    "place": Text("接访地点"),
    "moved": Text("变更地点的原因", required=False),
    "host": Person("接访领导", options=hosts, roles=(Role.LEADER,)),
}
FIXED = (rules.FIXED_DAY, rules.FIXED_PLACE, rules.ONE_A_DAY, rules.PLANNED_AHEAD, rules.HOSTED)
STEPS = {
    "schedule": Step(
        "排定接访日", (), "planned", PLANNERS, {**WHEN, "on": Day("排期日期", required=False)},
        FIXED, sets=named, number="接访字",
    ),
    "book": Step(
        "登记预约", ("planned",), "", (*STAFF, Role.LEADER),
        {
            "name": Text("预约人", most=50, mask=masks.mask_name),
            "phone": phone("联系电话"),
            "persons": Integer("人数", least=1, most=1000),
            "matter": Text("反映事项"),
            "on": Day("预约日期", required=False),
        },
        part="appointments", style="primary",
    ),
    "postpone": Step(
        "改期", ("planned",), "", PLANNERS, {**WHEN, "reason": Text("改期原因")}, FIXED, sets=named,
    ),
    "hold": Step(
        "开始接访", ("planned",), "held", (*PLANNERS, Role.COMMUNITY_WORKER),
        {"on": Day("接访日期")}, (rules.AS_PLANNED,), style="primary",
    ),
    "feed_back": Step(
        "登记反馈", ("held",), "fed_back", PLANNERS, {"summary": LongText("接访反馈")},
        (rules.TASKS_DONE,), closes=True, style="success",
    ),
    "cancel": Step(
        "取消", ("planned",), "cancelled", PLANNERS, {"reason": Text("取消原因")}, closes=True
    ),
    **common.papers(PLANNERS, ("planned", "held")),
}  # fmt: skip
RECEPTION_DAY = Procedure(
    kind="reception_day",
    label="接访日",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    clocks=(
        Clock("接访", 0, "接访排期", ("schedule", "postpone"), ("hold", "cancel"),
              told_day="planned_on"),
    ),
    detail="petitions.ReceptionDay",
    parts={**common.PARTS, "appointments": "petitions.Appointment"},
)  # fmt: skip
