"""What can happen to a finding: tagged, dispatched, handled with a photo, checked, closed."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Person, Place, Text
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files
from lawgov.units import scope
from lawgov.units.models import Unit

from .. import limits
from ..choices import DISORDER, Channel
from ..facts import Tag
from ..rules import findings as rules
from ..who import ABOVE, ALL, DISPATCHERS, TRUSTED
from .measures import files

STATES = {
    "found": "待派单",
    "dispatched": "待处置",
    "fed_back": "待核查",
    "closed": "已结案",
    "filed": "已立案",
    "withdrawn": "已撤销",
}
COLOURS = {
    "found": "primary", "dispatched": "warning", "fed_back": "info", "closed": "success",
    "filed": "dark",
}  # fmt: skip
MOST_UNITS = 500


def units(case: Any) -> list[tuple[str, str]]:
    """The street and what lies in it."""
    inside = Unit.objects.current().under(scope.street(case.unit)).order_by("code")
    return list(inside.values_list("code", "name")[:MOST_UNITS])


def found(case: Any, facts: Any) -> dict[str, Any]:
    """A finding may name the patrol on which it was made."""
    patrol = facts.get("patrol")
    return {"links": [{"relation": Relation.SOURCE, "entry_id": patrol}]} if patrol else {}


STEPS = {
    "find": Step(
        "登记发现", (), "found", ALL,
        {
            "title": Text("问题名称", most=100, help="如：人行道乱堆放建筑垃圾"),
            "channel": Choice("发现方式", choices=Channel),
            "tag": Tag("问题标签", help="按本单位当日在用的标签"),
            "disorder": Choice("六乱类别", required=False, choices=DISORDER,
                               help="视频巡查须填"),
            "camera": Text("摄像头", required=False, most=50, help="视频巡查须填，如编号或点位名"),
            "place": Text("地点"),
            "summary": LongText("情况说明", most=2000),
            "patrol": Integer("巡查记录", required=False, least=1, most=2**63 - 1),
            "file": Files("现场照片", required=False),
            "on": Day("发现日期", required=False),
        },
        (rules.TAGGED, rules.CLASSED, rules.PATROL_KNOWN),
        sets=lambda case, facts: {**found(case, facts), **files(case, facts)}, number="巡查字",
    ),
    "dispatch": Step(
        "派单", ("found",), "dispatched", DISPATCHERS,
        {
            "desk": Place("处置单位", options=units),
            "handler": Person("处置人", required=False),
            "on": Day("派单日期", required=False),
        },
        (rules.IN_STREET,), at="unit", style="primary",
    ),
    "feed_back": Step(
        "反馈处置情况", ("dispatched",), "fed_back", ALL,
        {
            "feedback": LongText("处置情况", most=2000),
            "file": Files("处置后照片", required=False),
            "on": Day("处置日期", required=False),
        },
        (rules.WITH_PHOTO,), sets=files, style="primary",
    ),
    "send_back": Step(
        "核查不通过", ("fed_back",), "dispatched", DISPATCHERS,
        {"reason": LongText("原因", most=500)}, at="unit", bars=rules.has_handled,
        sets=lambda case, facts: {"returned": True},
    ),
    "close": Step(
        "核查结案", ("fed_back",), "closed", DISPATCHERS,
        {"opinion": Text("核查意见", required=False), "on": Day("核查日期", required=False)},
        (rules.PHOTO_KEPT,), at="unit", bars=rules.has_handled, closes=True, style="success",
    ),
    "withdraw": Step(
        "撤销（误报）", ("found",), "withdrawn", DISPATCHERS,
        {"reason": Text("原因")}, at="unit", closes=True,
    ),
    "filed": Step(
        "立案", ("found", "dispatched", "fed_back", "closed"), "filed", (),
        {"penalty": Integer("处罚案件", least=1, most=2**63 - 1)}, offer="any", closes=True,
    ),
    **common.papers(ALL, tuple(STATES)),
}  # fmt: skip
CLOCKS = (
    Clock("派单", limits.DISPATCH, "平台办理规则", ("find",), ("dispatch", "withdraw", "filed"),
          working=True),
    Clock("处置", limits.HANDLE, "平台办理规则", ("dispatch", "send_back"),
          ("feed_back", "filed"), working=True),
    Clock("核查", limits.CHECK, "平台办理规则", ("feed_back",), ("close", "send_back", "filed"),
          working=True),
)  # fmt: skip

FINDING = Procedure(
    kind="finding",
    label="巡查发现",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, *ABOVE),
    trusted=TRUSTED,
    given_down=True,
    clocks=CLOCKS,
    detail="finding.Finding",
    parts=common.PARTS,
    searched=("summary", "place"),
    counts={"type": "disorder"},
)
