"""What the pages show of legal reviews."""

from lawgov.casework.questions import is_answered
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, add_cases
from lawgov.casework.web.words import Column
from lawgov.documents import tabs as papers

from .filters import ReviewFilter
from .tabs import OPINIONS, SENT_IN

REVIEWS = add_cases(
    CasePages(
        kind="review",
        one="review",
        many="reviews",
        starts_as="提交法制审核",
        filters=ReviewFilter,
        columns=("type", Column("轮次", lambda case: f"第{case.review.round}轮")),
        exported=("type", "round", Column("文本摘要", lambda case: case.review.text_hash)),
        tabs=(
            SENT_IN,
            OPINIONS,
            tabs.HISTORY,
            tabs.FLOW,
            papers.TAB,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        hidden=("subject",),
        comes_from="subject",
        suits=lambda case: is_answered(f"{case.kind}.for_review"),
    )
)
