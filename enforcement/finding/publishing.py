"""Plans and results of inspections are shown to the public: what is shown of them."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.questions import answers

from .choices import THEME, Outcome

WORKING_DAYS = 20  # 国办发〔2018〕118号: 检查、强制等自作出之日起
REMEDY = "对检查行为有异议的，可以依法申请行政复议或者提起行政诉讼，也可以向本机关投诉、举报。"


def shown(case: Case, on: Any, rows: list[tuple[str, str]], **more: Any) -> dict[str, Any]:
    return {
        "title": case.title, "rows": rows, "decided_on": on, "working_days": WORKING_DAYS,
        "minor": False, "party_kind": "", "remedy": REMEDY,
    } | more  # fmt: skip


@answers("inspection_plan.for_publication")
def plan(case: Case) -> dict[str, Any]:
    rows = [("计划年度", f"{case.detail.plan_year}年")]
    rows += [
        (THEME(each.theme).label, f"{each}；依据：{each.basis}")
        for each in case.part("plan_items")
        if not each.void
    ]
    return shown(case, approved_on(case), rows, type="inspection_plan")


def approved_on(case: Case) -> Any:
    """Before it is approved there is nothing to show."""
    return next((e.on for e in case.history if e.step == "approve"), None)


@answers("inspection.for_publication")
def result(case: Case) -> dict[str, Any]:
    detail = case.detail
    rows = [
        ("检查主题", THEME(detail.theme).label),
        ("检查方式", detail.get_mode_display()),
        ("检查日期", str(detail.checked_on or "")),
        ("检查数量", str(detail.count)),
        ("发现问题数", str(detail.problems)),
    ]
    rows += [(each.item, Outcome(each.outcome).label) for each in case.part("results")]
    kind = "organisation" if detail.enterprise else ""
    return shown(case, detail.checked_on, rows, type="inspection_result", party_kind=kind)
