"""What the pages show of what is found."""

from urllib.parse import urlencode

from django.urls import reverse

from lawgov.casework.models import Case, Entry
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, RegisterPages, Tab, add_cases, add_register

from . import filters
from .actions import campaign, plan
from .choices import Seen

PLAIN = (tabs.FACTS, tabs.HISTORY, tabs.FLOW)
MEASURES = tabs.records(
    "measures", "措施与复查", soft_measures="非强制措施", remote_checks="非现场检查"
)
END = (tabs.ATTACHMENTS, tabs.LINKS)


def found_something(entry: Entry) -> str:
    """A patrol that found something goes on to log what it was."""
    if entry.facet != Seen.SOMETHING:
        return ""
    start = {"patrol": entry.pk, "channel": "patrol", "unit": entry.unit}
    return f"{reverse('finding-new')}?{urlencode(start)}"


def repeats(case: Case, user: object) -> list[str]:
    """Said to whoever has just logged or handled a lead."""
    if not case.detail.repeated or case.closed_on:
        return []
    return ["同一对象在同一领域再次违法，应当立案查处，不再采取非强制措施。"]


LEADS = add_cases(
    CasePages(
        kind="lead",
        one="lead",
        many="leads",
        starts_as="登记线索",
        comes_from="source",
        hidden=("source",),
        filters=filters.LeadFilter,
        columns=("priority", "field"),
        exported=("priority", "field", "channel", "object", "subject", "place", "manner"),
        tabs=(*PLAIN, MEASURES, *END),
        beside=("finding/_queue_link.html",),
        remarks=(repeats,),
    )
)
FINDINGS = add_cases(
    CasePages(
        kind="finding",
        one="finding",
        many="findings",
        starts_as="登记发现",
        hidden=("patrol",),
        filters=filters.FindingFilter,
        columns=("channel", "tag", "disorder"),
        exported=("channel", "tag", "disorder", "camera", "place", "feedback"),
        tabs=(*PLAIN, *END),
    )
)
INSPECTIONS = add_cases(
    CasePages(
        kind="inspection",
        one="inspection",
        many="inspections",
        starts_as="安排检查",
        comes_from="source",
        hidden=("source", "plan_item", "campaign"),
        filters=filters.InspectionFilter,
        columns=("theme", "mode", "object", "count", "problems"),
        exported=("theme", "mode", "object", "target", "place", "count", "problems"),
        tabs=(
            tabs.FACTS,
            tabs.records("results", "检查结果", results="逐项检查结果"),
            MEASURES,
            tabs.HISTORY,
            tabs.FLOW,
            *END,
        ),
    )
)
PLANS = add_cases(
    CasePages(
        kind="inspection_plan",
        one="inspection-plan",
        many="inspection-plans",
        starts_as="编制检查计划",
        filters=filters.PlanFilter,
        own_unit=True,
        columns=("plan_year",),
        exported=("plan_year",),
        tabs=(Tab("progress", "完成情况", "finding/_plan.html", plan), *PLAIN, *END),
    )
)
CAMPAIGNS = add_cases(
    CasePages(
        kind="campaign",
        one="campaign",
        many="campaigns",
        starts_as="制定专项行动方案",
        filters=filters.CampaignFilter,
        own_unit=True,
        columns=("theme", "since", "until"),
        exported=("theme", "since", "until"),
        tabs=(Tab("totals", "行动情况", "finding/_campaign.html", campaign), *PLAIN, *END),
    )
)
HAZARDS = add_cases(
    CasePages(
        kind="hazard",
        one="hazard",
        many="hazards",
        starts_as="登记隐患",
        comes_from="source",
        hidden=("source", "campaign"),
        filters=filters.HazardFilter,
        columns=("type", "grade", "due"),
        exported=("type", "grade", "place", "owner", "due"),
        tabs=(*PLAIN, *END),
    )
)
PATROLS = add_register(
    RegisterPages(
        kind="patrol",
        one="patrol",
        many="patrols",
        label="微网格巡查",
        filters=filters.PatrolFilter,
        start={"type": "walk"},
        leads=found_something,
        beside=("finding/_coverage_link.html",),
    )
)
HOTSPOTS = add_register(
    RegisterPages(
        kind="hotspot",
        one="hotspot",
        many="hotspots",
        label="高发点位",
        filters=filters.HotspotFilter,
    )
)
