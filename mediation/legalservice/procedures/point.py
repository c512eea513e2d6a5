"""What can happen to a service point in a park or a building: planned, opened, visits, closed."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Row, Several, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from mediation.choices import Satisfaction

from .. import limits
from ..choices import POINT_KIND, Helper
from ..rules import points as rules
from ..who import KEEPERS, OFFICE, READERS

STATES = {"planned": "计划中", "opened": "已启用", "closed": "已撤销", "dropped": "已取消"}
COLOURS = {"planned": "primary", "opened": "success", "closed": "dark"}
OPEN = ("planned", "opened")


def waits_since(case: Any, also: Any = None, without: int = 0) -> dict[str, Any]:
    """The day of the oldest visit whose needs wait, from which the clock runs; none, none runs."""
    days = [row.on for row in rules.waiting(case) if row.pk != without] + ([also] if also else [])
    return {"waits_since": min(days)} if days else {}


def visited(case: Any, facts: Any) -> dict[str, Any]:
    return {"on": facts["on"], **waits_since(case, facts["on"] if facts.get("needs") else None)}


def fed_back(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = case.one("point_visits", facts["visit"])
    row.feedback, row.fed_back_on = facts["feedback"], facts["on"]
    row.satisfaction = facts.get("satisfaction", "")
    return [(row, ["feedback", "fed_back_on", "satisfaction"])]


STEPS = {
    "plan": Step(
        "登记设点计划", (), "planned", OFFICE,
        {
            "title": Text("服务点名称", most=100, help="如：某某产业园公共法律服务工作室"),
            "type": Choice("服务点类别", choices=POINT_KIND),
            "address": Text("地点"),
            "partners": Text("服务力量", required=False, help="如：律师事务所、公证处、调委会"),
            "planned_for": Day("计划启用日期", required=False),
            "on": Day("登记日期", required=False),
        },
        number="法服字",
    ),
    "open": Step(
        "启用", ("planned",), "opened", KEEPERS, {"on": Day("启用日期", required=False)},
        sets=lambda case, facts: {"start_on": facts["on"]}, style="primary",
    ),
    "visit": Step(
        "登记走访", ("opened",), "", OFFICE,
        {
            "firm": Text("走访企业", most=100),
            "helpers": Several("服务团队", choices=Helper),
            "persons": Integer("服务人数", required=False, least=1, most=500),
            "service": LongText("服务内容", most=2000),
            "needs": LongText("法律需求", required=False, most=2000,
                              help="须事后答复的填写，当场解决的不填"),
            "on": Day("走访日期", required=False),
        },
        part="point_visits", style="primary", sets=visited,
    ),
    "feed_back": Step(
        "反馈需求", ("opened",), "", OFFICE,
        {
            "visit": Row("走访记录", part="point_visits"),
            "feedback": LongText("反馈情况", most=2000),
            "satisfaction": Choice("企业评价", required=False, choices=Satisfaction),
            "on": Day("反馈日期", required=False),
        },
        (rules.WAITS,), alters=fed_back, style="primary",
        sets=lambda case, facts: waits_since(case, without=facts["visit"]),
        fits=lambda case: bool(rules.waiting(case)),
    ),
    "close": Step(
        "撤销服务点", ("opened",), "closed", KEEPERS,
        {"reason": Text("撤销原因"), "on": Day("撤销日期", required=False)},
        (rules.ALL_FED_BACK,), closes=True, style="danger",
    ),
    "drop": Step(
        "取消计划", ("planned",), "dropped", KEEPERS, {"reason": Text("取消原因")}, closes=True,
    ),
    **common.papers(OFFICE, OPEN),
}  # fmt: skip
CLOCKS = (
    Clock("启用服务点", 0, "计划的启用日期", ("plan",), ("open", "drop"), told_day="planned_for"),
    Clock("需求反馈", limits.FEEDBACK, "平台办理规则", ("visit", "feed_back"), ("close",),
          working=True, told_day="waits_since"),
)  # fmt: skip

SERVICE_POINT = Procedure(
    kind="service_point",
    label="公共法律服务点",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    clocks=CLOCKS,
    detail="legalservice.ServicePoint",
    parts={**common.PARTS, "point_visits": "legalservice.PointVisit"},
    counts={"type": "type"},
)
