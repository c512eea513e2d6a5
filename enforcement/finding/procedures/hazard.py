"""What can happen to a hazard: on the ledger, put right, looked at again, struck off."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Text
from lawgov.casework.models import Case
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files

from ..choices import HAZARD as TYPES
from ..choices import Grade
from ..limits import RECHECK_HAZARD
from ..rules import hazards as rules
from ..rules.common import CAMPAIGN_RUNS, SOURCE_KNOWN
from ..who import ABOVE, ALL, DISPATCHERS, HEADS, TRUSTED
from .measures import brought, files

STATES = {"rectifying": "整改中", "rectified": "待复查", "cleared": "已销号"}
COLOURS = {"rectifying": "warning", "rectified": "info", "cleared": "success"}


def logged(case: Any, facts: Any) -> dict[str, Any]:
    campaign = Case.objects.filter(pk=facts.get("campaign") or 0).first()
    return {**brought(case, facts, campaign), "campaign": campaign}


STEPS = {
    "log": Step(
        "登记隐患", (), "rectifying", ALL,
        {
            "title": Text("隐患名称", most=100),
            "type": Choice("隐患类别", choices=TYPES),
            "grade": Choice("隐患等级", choices=Grade),
            "place": Text("地点"),
            "owner": Text("整改责任单位", most=100),
            "summary": LongText("隐患情况", most=2000),
            "due": Day("整改期限"),
            "file": Files("现场照片", required=False),
            "campaign": Integer("专项行动", required=False, least=1, most=2**63 - 1),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("排查日期", required=False),
        },
        (rules.DUE_AHEAD, rules.MAJOR_SOON, CAMPAIGN_RUNS, SOURCE_KNOWN), sets=logged,
        number="隐患字",
    ),
    "rectify": Step(
        "报告整改完成", ("rectifying",), "rectified", ALL,
        {
            "rectified": LongText("整改情况", most=2000),
            "file": Files("整改后照片", required=False),
            "on": Day("整改日期", required=False),
        },
        sets=files, style="primary",
    ),
    "send_back": Step(
        "复查未通过", ("rectified",), "rectifying", DISPATCHERS,
        {"reason": LongText("原因", most=500), "due": Day("整改期限")},
        (rules.DUE_AHEAD, rules.MAJOR_SOON), bars=rules.has_rectified,
        sets=lambda case, facts: {"returned": True},
    ),
    "clear": Step(
        "复查销号", ("rectified",), "cleared", DISPATCHERS,
        {
            "opinion": LongText("复查情况", most=500),
            "file": Files("复查照片", required=False),
            "on": Day("复查日期", required=False),
        },
        sets=files, bars=rules.has_rectified, closes=True, style="success",
    ),
    "extend": Step(
        "延期", ("rectifying",), "", HEADS,
        {"due": Day("整改期限", help="延期后的期限"), "reason": LongText("理由", most=500)},
        (rules.DUE_LATER, rules.MAJOR_SOON), offer="any",
    ),
    **common.papers(ALL, tuple(STATES)),
}  # fmt: skip
CLOCKS = (
    Clock("隐患整改", 0, "登记隐患时确定的整改期限", ("log", "send_back", "extend"),
          ("rectify",), told_day="due"),
    Clock("隐患复查", RECHECK_HAZARD, "平台办理规则", ("rectify",), ("clear", "send_back"),
          working=True),
)  # fmt: skip

HAZARD = Procedure(
    kind="hazard",
    label="隐患",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, *ABOVE),
    trusted=TRUSTED,
    clocks=CLOCKS,
    detail="finding.Hazard",
    parts=common.PARTS,
    searched=("summary", "place", "owner"),
    counts={"type": "type", "facet": "grade"},
)
