"""What can happen to a lead: found, graded by its field, queued, handled, re-checked."""

from typing import Any

from enforcement.officers import certified
from enforcement.standards.choices import OBJECT
from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Person, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files
from lawgov.units import scope

from .. import limits
from ..choices import FIELD as FIELDS
from ..choices import Manner, Priority, Source
from ..priorities import priority_of
from ..rules import leads as rules
from ..rules.common import SOURCE_KNOWN
from ..who import ABOVE, ALL, HEADS, TEAM, TRUSTED
from . import measures

STATES = {
    "found": "待定级",
    "queued": "待处置",
    "handling": "处置中",
    **measures.STATES,
    "filed": "已立案",
    "cleared": "已改正",
    "dropped": "不予处置",
    "referred": "已移送",
}
COLOURS = {
    "found": "primary", "queued": "info", "handling": "warning", "recheck": "warning",
    "must_file": "danger", "filed": "dark", "cleared": "success",
}  # fmt: skip
OPEN = ("found", "queued", "handling", "recheck", "must_file")
WAITING = ("queued", "handling", "recheck", "must_file")


def reported(case: Any, facts: Any) -> dict[str, Any]:
    on = facts["on"]
    return measures.brought(case, facts) | {
        "priority": priority_of(case.unit, facts["field"], on),
        "repeated": rules.is_repeat(scope.street(case.unit), facts, on),
    }


STEPS = {
    "report": Step(
        "登记线索", (), "found", ALL,
        {
            "title": Text("线索名称", most=100, help="如：三层住户拆改承重墙"),
            "channel": Choice("线索来源", choices=Source),
            "field": Choice("执法领域", choices=FIELDS),
            "object": Choice("执法对象", choices=OBJECT),
            "subject": Text("涉事对象名称", required=False, most=100,
                            help="如店名、车牌、单位名称；再次违法按此认定"),
            "place": Text("地点"),
            "summary": LongText("情况说明"),
            "file": Files("现场照片", required=False),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("发现日期", required=False),
        },
        (SOURCE_KNOWN,), sets=reported, number="线索字",
    ),
    "grade": Step(
        "定级排队", ("found",), "queued", TEAM,
        {
            "manner": Choice("执法方式", choices=Manner),
            "partners": Text("参与部门", required=False),
            "priority": Choice("优先级", required=False, choices=Priority,
                               help="不选即按领域确定"),
            "on": Day("定级日期", required=False),
        },
        (rules.BY_FIELD, rules.PARTNERS_NAMED), style="primary",
    ),
    "take_up": Step(
        "开始处置", ("queued",), "handling", TEAM,
        {
            "handler": Person(
                "承办人", required=False, options=certified.options, help="不选则由本人承办"
            ),
        },
        sets=lambda case, facts: {"handler": facts.get("handler") or facts["by"]},
        style="primary",
    ),
    **measures.soft("handling", "cleared"),
    **measures.remote(("queued", "handling", "recheck")),
    "filed": Step(
        "立案", WAITING, "filed", (),
        {"penalty": Integer("处罚案件", least=1, most=2**63 - 1)}, offer="any", closes=True,
    ),
    "refer": Step(
        "移送有权部门", ("found", "queued", "handling", "must_file"), "referred", TEAM,
        {"organ": Text("移送至", most=50), "reason": LongText("理由", most=500)}, closes=True,
    ),
    "drop": Step(
        "不予处置", ("found", "queued", "handling"), "dropped", HEADS,
        {"reason": LongText("理由", most=500)}, closes=True,
    ),
    "correct": Step(
        "更正登记", OPEN, "", TEAM,
        {
            "title": Text("线索名称", required=False, most=100),
            "subject": Text("涉事对象名称", required=False, most=100),
            "place": Text("地点", required=False),
            "summary": LongText("情况说明", required=False),
            "reason": Text("更正原因"),
        },
        offer="any",
    ),
    "note": Step(
        "添加记录", tuple(STATES), "", ALL, {"words": LongText("记录", most=2000)}, offer="any",
    ),
    **common.papers(ALL, tuple(STATES)),
}  # fmt: skip
CLOCKS = (
    Clock("线索定级", limits.GRADE, "平台办理规则", ("report",), ("grade", "refer", "drop"),
          working=True),
    Clock("线索核查", limits.VERIFY, "平台办理规则", ("report", "uncorrected", "repeated"),
          ("measure", "refer", "drop", "filed"), working=True),
    measures.clock("filed"),
)  # fmt: skip

LEAD = Procedure(
    kind="lead",
    label="案源线索",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, *ABOVE),
    trusted=TRUSTED,
    clocks=CLOCKS,
    detail="finding.Lead",
    parts={**common.PARTS, **measures.PARTS},
    searched=("summary", "place", "subject"),
    counts={"type": "field", "facet": "priority"},
)
