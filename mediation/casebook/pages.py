"""What the pages show of stories, editions and civic issues."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, Tab, add_cases
from lawgov.casework.web.words import Column
from lawgov.dossiers import tabs as file
from lawgov.people.models import User

from ..choices import DISPUTE_TYPE
from . import rules
from .filters import CivicIssueFilter, EditionFilter, StoryFilter


def text(case: Case, user: User) -> dict[str, Any]:
    """The story as it reads now, and its dispute if the reader may open that."""
    detail = case.detail
    seen = Case.objects.visible_to(user)
    return {
        "story": detail,
        "subject": seen.filter(pk=detail.subject_id).first(),
        "edition": seen.filter(pk=detail.edition_id).first() if detail.edition_id else None,
    }


def inside(case: Case, user: User) -> dict[str, Any]:
    """The stories of the edition in their order."""
    wanted = [row.story_id for row in rules.held(case)]
    seen = Case.objects.visible_to(user, "story").in_bulk(wanted)
    return {"stories": [seen[pk] for pk in wanted if pk in seen]}


def type_of(case: Case) -> str:
    return str(DISPUTE_TYPE.on(case.opened_on)(case.story.type).label)


TYPE = Column("纠纷类型", type_of)
STORIES = add_cases(
    CasePages(
        kind="story",
        one="story",
        many="stories",
        starts_as="推荐为案例",
        filters=StoryFilter,
        own_unit=True,
        columns=(TYPE,),
        exported=(TYPE, "reason"),
        tabs=(
            Tab("story", "案例", "casebook/_story.html", text),
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        hidden=("subject",),
        comes_from="subject",
        suits=lambda case: case.kind == "dispute" and case.closed_on is not None,
    )
)
EDITIONS = add_cases(
    CasePages(
        kind="edition",
        one="edition",
        many="editions",
        starts_as="立项汇编",
        filters=EditionFilter,
        own_unit=True,
        columns=("form", "issue", "printed_on"),
        exported=("form", "series", "issue", "printed_on", "copies"),
        tabs=(
            Tab("stories", "收入的案例", "casebook/_edition.html", inside),
            tabs.FACTS,
            file.tab("成册"),
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        start={"form": "book"},
    )
)
ISSUES = add_cases(
    CasePages(
        kind="civic_issue",
        one="civic-issue",
        many="civic-issues",
        starts_as="提出议题",
        filters=CivicIssueFilter,
        own_unit=True,
        columns=("topic", "estate", "output"),
        exported=(
            "topic",
            "estate",
            "output",
            Column("生效（出具）日期", lambda case: str(case.civic_issue.effective_on or "")),
        ),
        tabs=(
            tabs.FACTS,
            tabs.records("records", "研讨与公示", deliberations="研讨", objections="公示意见"),
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
