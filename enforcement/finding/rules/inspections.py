"""The conditions on an inspection and on the year's plan that it follows."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house, took
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.units import scope

from ..choices import Outcome
from ..models import Inspection, InspectionPlan, PlanItem

Facts = Mapping[str, Any]
PENALTY_LAW = "《行政处罚法》"
ENTERPRISES = "国办发〔2024〕54号"
COMPANY = "company"
# What leads to a check that no plan foresaw: 投诉举报, 转办交办, 巡查发现.
LEADING = ("lead", "finding", "hazard", "inspection")


def is_of_enterprise(facts: Facts) -> bool:
    return bool(facts.get("enterprise")) or facts["object"] == COMPANY


def planned(case: Any, facts: Facts) -> PlanItem | None:
    """The item that the inspection follows, of this street."""
    here = PlanItem.objects.filter(case__registry=scope.street(case.unit), void=False)
    return here.filter(pk=facts.get("plan_item") or 0).select_related("case").first()


def on_the_list(case: Any, facts: Facts) -> bool:
    """A check of an enterprise follows the year's list, or a lead, a hazard or a patrol's find."""
    if not is_of_enterprise(facts) or facts.get("plan_item"):
        return True
    source = Case.objects.filter(pk=facts.get("source") or 0).first()
    return source is not None and source.kind in LEADING


def plan_is_public(case: Any, facts: Facts) -> bool:
    if "plan_item" not in facts:
        return True
    item = planned(case, facts)
    if item is None or item.case.state != "public":
        return False
    plan: InspectionPlan = item.case.inspection_plan  # type: ignore[attr-defined]
    return bool(plan.plan_year == facts["on"].year)


def below_cap(case: Any, facts: Facts) -> bool:
    """One object is not inspected more often in a year than the plan's item allows."""
    item = planned(case, facts) if facts.get("plan_item") else None
    if item is None or not item.cap:
        return True
    same = Inspection.objects.filter(plan_item=item, target=facts.get("target", ""))
    return same.exclude(case__state="cancelled").count() < item.cap


def target_named(case: Any, facts: Facts) -> bool:
    item = planned(case, facts) if facts.get("plan_item") else None
    return item is None or not item.cap or bool(facts.get("target"))


def problems_fit(case: Any, facts: Facts) -> bool:
    bad = any(row["outcome"] == Outcome.BAD for row in facts["results"])
    return bad == bool(facts.get("problems"))


def one_a_year(case: Any, facts: Facts) -> bool:
    same = InspectionPlan.objects.filter(plan_year=facts["plan_year"], case__unit=case.unit)
    return not same.exclude(case__state="cancelled").exists()


has_drafted = took("draft", "add_items", "drop_item")


def item(case: Any, facts: Facts) -> Any:
    return case.one("plan_items", facts["item"])


ON_THE_LIST = Rule(
    "涉企检查须依据已公布的年度检查计划事项，或者由线索、巡查发现、隐患引起；没有事项不得检查",
    ENTERPRISES,
    "",
    on_the_list,
    asks=True,
)
PLAN_PUBLIC = Rule(
    "所依据的检查计划须为本街镇当年的、已批准并已公布的计划",
    f"《国务院办公厅关于全面推行行政执法公示制度的指导意见》（国办发〔2018〕118号）、{ENTERPRISES}",
    "",
    plan_is_public,
    asks=True,
)
TARGET_NAMED = rule_of_house("计划事项有年度上限的，须写明检查对象名称", target_named, asks=True)
CAPPED = Rule(
    "对同一对象的检查不得超过计划事项的年度上限",
    ENTERPRISES,
    "",
    below_cap,
    asks=True,
)
CERTIFICATE_SHOWN = Rule(
    "检查时执法人员应当主动出示执法证件",
    PENALTY_LAW,
    "第五十五条",
    lambda case, facts: bool(facts.get("shown")),
    asks=True,
)
PROBLEMS_FIT = rule_of_house(
    "发现问题数应与逐项检查结果一致：有问题的项目才有问题数", problems_fit, asks=True
)
HAS_PROBLEMS = rule_of_house(
    "检查发现问题的，方采取非强制措施", lambda case, facts: case.detail.problems > 0
)
NO_PROBLEMS = rule_of_house(
    "检查发现的问题须先处理：责令改正并复查，或者立案、移送",
    lambda case, facts: case.detail.problems == 0,
)
ONE_A_YEAR = rule_of_house("同一单位一年只有一份检查计划", one_a_year, asks=True)
ITEM_KNOWN = rule_of_house(
    "事项应属本计划且未撤销",
    lambda case, facts: (row := item(case, facts)) is not None and not row.void,
    asks=True,
)
HAS_ITEMS = rule_of_house(
    "计划须至少有一项未撤销的检查事项",
    lambda case, facts: any(not row.void for row in case.part("plan_items")),
)
