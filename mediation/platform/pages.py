"""The pages of 法律问题."""

from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, add_cases

from .filters import QuestionFilter

QUESTIONS = add_cases(
    CasePages(
        kind="question",
        one="question",
        many="questions",
        starts_as="提出法律问题",
        filters=QuestionFilter,
        own_unit=True,
        columns=("department", "answered_on"),
        exported=("department", "text", "answer_text", "answerer", "answered_on"),
        tabs=(tabs.FACTS, tabs.HISTORY, tabs.FLOW, tabs.ATTACHMENTS, tabs.LINKS),
        hidden=("source",),
        comes_from="source",
        suits=lambda case: case.kind == "dispute",
    )
)
