"""What can happen to an inspection: arranged, made by two officers, its problems set right."""

from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from enforcement.standards.choices import OBJECT
from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Many, Text
from lawgov.casework.models import Case
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files

from ..choices import THEME, Mode, Outcome
from ..models import PlanItem
from ..publishing import WORKING_DAYS
from ..rules import inspections as rules
from ..rules.common import CAMPAIGN_RUNS, SOURCE_KNOWN
from ..who import ABOVE, TEAM, TRUSTED
from . import measures

STATES = {
    "planned": "待检查",
    "checked": "已检查",
    **measures.STATES,
    "closed": "已办结",
    "filed": "已立案",
    "referred": "已移送",
    "cancelled": "已取消",
}
COLOURS = {
    "planned": "primary", "checked": "info", "recheck": "warning", "must_file": "danger",
    "closed": "success", "filed": "dark",
}  # fmt: skip
AFTER = ("checked", "recheck", "must_file", "closed", "filed", "referred")
RESULTS = Many(
    "逐项检查结果",
    of={
        "item": Text("检查内容", most=100),
        "outcome": Choice("结果", choices=Outcome),
        "note": Text("说明", required=False),
    },
)  # fmt: skip


def arranged(case: Any, facts: Any) -> dict[str, Any]:
    """What it follows: an item of the plan, a campaign, a lead."""
    item = PlanItem.objects.filter(pk=facts.get("plan_item") or 0).select_related("case").first()
    campaign = Case.objects.filter(pk=facts.get("campaign") or 0).first()
    return {
        **measures.brought(case, facts, item and item.case, campaign),
        "enterprise": rules.is_of_enterprise(facts),
        "plan_item": item,
        "campaign": campaign,
    }


def inspected(case: Any, facts: Any) -> dict[str, Any]:
    return {
        **measures.taken(case, facts),
        **measures.files(case, facts),
        "checked_on": facts["on"],
    }


STEPS = {
    "arrange": Step(
        "安排检查", (), "planned", TEAM,
        {
            "title": Text("检查名称", most=100),
            "theme": Choice("检查主题", choices=THEME),
            "mode": Choice("检查方式", choices=Mode),
            "object": Choice("执法对象", choices=OBJECT),
            "target": Text("检查对象名称", required=False, most=100),
            "enterprise": Flag("涉企检查"),
            "place": Text("地点"),
            "plan_item": Integer("计划检查事项", required=False, least=1, most=2**63 - 1),
            "campaign": Integer("专项行动", required=False, least=1, most=2**63 - 1),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("安排日期", required=False),
        },
        (
            rules.ON_THE_LIST, rules.PLAN_PUBLIC, rules.TARGET_NAMED, rules.CAPPED,
            CAMPAIGN_RUNS, SOURCE_KNOWN,
        ),
        sets=arranged, number="检查字",
    ),
    "inspect": Step(
        "登记检查结果", ("planned",), "checked", TEAM,
        {
            "officers": OFFICERS,
            "shown": Flag("已出示执法证件"),
            "count": Integer("检查数量", least=1, most=100000, help="检查了多少台、户、处"),
            "problems": Integer("发现问题数", required=False, most=100000),
            "results": RESULTS,
            "record": LongText("现场检查记录"),
            "file": Files("现场照片", required=False),
            "on": Day("检查日期", required=False),
        },
        (TWO_CERTIFIED, rules.CERTIFICATE_SHOWN, rules.PROBLEMS_FIT), sets=inspected,
        style="primary",
    ),
    **measures.soft("checked", "closed", rules.HAS_PROBLEMS),
    "close": Step(
        "办结（未发现问题）", ("checked",), "closed", TEAM,
        {"opinion": Text("办结意见", required=False)}, (rules.NO_PROBLEMS,), closes=True,
        style="success",
    ),
    "filed": Step(
        "立案", ("checked", "recheck", "must_file", "closed"), "filed", (),
        {"penalty": Integer("处罚案件", least=1, most=2**63 - 1)}, offer="any", closes=True,
    ),
    "refer": Step(
        "移送有权部门", ("checked", "must_file"), "referred", TEAM,
        {"organ": Text("移送至", most=50), "reason": LongText("理由", most=500)}, closes=True,
    ),
    "publicised": Step(
        "公布检查结果", AFTER, "", (), {"on": Day("公布日期", required=False)}, offer="any",
        sets=lambda case, facts: {"public_on": facts["on"]},
        fits=lambda case: case.detail.public_on is None,
    ),
    "cancel": Step(
        "取消", ("planned",), "cancelled", TEAM, {"reason": Text("原因")}, closes=True,
    ),
    "note": Step(
        "添加记录", tuple(STATES), "", TEAM, {"words": LongText("记录", most=2000)}, offer="any",
    ),
    **common.papers(TEAM, tuple(STATES)),
}  # fmt: skip
CLOCKS = (
    measures.clock("filed", "refer"),
    Clock("检查结果公布", WORKING_DAYS, "国办发〔2018〕118号", ("inspect",), ("publicised",),
          working=True),
)  # fmt: skip

INSPECTION = Procedure(
    kind="inspection",
    label="行政检查",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*TEAM, *ABOVE),
    trusted=TRUSTED,
    clocks=CLOCKS,
    detail="finding.Inspection",
    parts={**common.PARTS, **measures.PARTS, "results": "finding.Result"},
    searched=("place", "target", "record"),
    counts={"type": "object", "facet": "mode", "amount": "count"},
)
