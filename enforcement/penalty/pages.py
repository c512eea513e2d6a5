"""What the pages show of penalty cases."""

from typing import Any

from enforcement.recording import tabs as recording
from enforcement.review import tabs as review
from lawgov.casework.models import Case
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, add_cases
from lawgov.documents import tabs as papers
from lawgov.dossiers import tabs as file
from lawgov.parties import tabs as people
from lawgov.parties.models import Charged
from lawgov.parties.same import repeated

from .choices import Channel
from .filters import PenaltyFilter

SOURCES = ("lead", "inspection", "finding", "hazard")  # what is found out before a case exists


def carried(source: Case) -> dict[str, Any]:
    """Where it was found and what was seen there is not typed again."""
    found = {name: getattr(source.detail, name, "") for name in ("place", "summary", "object")}
    channel = "inspection" if source.kind == "inspection" else source.channel
    return {**found, "title": source.title, "channel": channel if channel in Channel else ""}


PENALTIES = add_cases(
    CasePages(
        kind="penalty",
        one="penalty",
        many="penalties",
        filters=PenaltyFilter,
        columns=("course", "object"),
        exported=(
            "course",
            "channel",
            "object",
            "objects_count",
            "power",
            "filed_on",
            "record_by",
            "recorded_on",
        ),
        tabs=(
            tabs.FACTS,
            people.TAB,
            tabs.HISTORY,
            tabs.FLOW,
            tabs.records(
                "evidence",
                "调查与证据",
                inquiries="调查取证记录",
                evidence="证据",
                measures="登记保存与强制措施",
                recusals="回避申请",
            ),
            tabs.records(
                "decision",
                "决定与执行",
                drafts="拟作决定",
                defences="陈述申辩",
                hearings="听证",
                discussions="集体讨论",
                decisions="决定",
                deliveries="送达",
                payments="缴款",
                instalments="暂缓、分期缴纳",
                surcharges="加处罚款",
                remedies="复议诉讼",
            ),
            review.OF_SUBJECT,
            recording.TAB,
            papers.TAB,
            file.tab("案卷"),
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        beside=("parties/_find.html",),
        remarks=(repeated, review.due),
        hidden=("source",),
        comes_from="source",
        carries=carried,
        suits=lambda case: case.kind in SOURCES,
        start={"parties": ({"side": Charged.PARTY},)},
    )
)
