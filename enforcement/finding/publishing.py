"""Plans and results of inspections are shown to the public: what is shown, and when it is done."""

from typing import Any

from lawgov.casework.models import Case, Link, Relation
from lawgov.casework.questions import answers, ask, is_answered

from .choices import THEME, Outcome

PUBLICATION = "publication"  # the kind of the room that shows it
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
    return next((e.on for e in case.history if e.step == "approve"), case.opened_on)


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


def mark_public(payload: dict[str, Any]) -> None:
    """Called with every step of a publication; it may come twice."""
    links = Link.objects.filter(case=payload["case"], relation=Relation.SOURCE)
    for link in links.exclude(other=None).select_related("other"):
        note_public(link.other)


def note_public(subject: Case | None) -> None:
    step = subject and subject.procedure.steps.get("publicised")
    if not subject or not step or not step.open_to(subject.state) or not step.fits_case(subject):
        return
    if is_answered("publicity.published") and ask("publicity.published", subject):
        subject.take("publicised", by=None)
