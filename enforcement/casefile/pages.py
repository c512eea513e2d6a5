"""What the pages show of the checks of files."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, Tab, add_cases
from lawgov.casework.web.words import Column
from lawgov.people.models import User

from .filters import FileCheckFilter


def marks(case: Case, user: User) -> dict[str, Any]:
    """The score item by item, and the file that was checked if the reader may open it."""
    check = case.detail
    seen = Case.objects.visible_to(user).filter(pk=check.subject_id).first()
    return {"check": check, "subject": seen, "marks": case.part("marks")}


MARKS = Tab("marks", "评分", "casefile/_marks.html", marks)
CHECKS = add_cases(
    CasePages(
        kind="file_check",
        one="file-check",
        many="file-checks",
        starts_as="抽卷评查",
        filters=FileCheckFilter,
        own_unit=True,
        columns=(
            "form",
            Column("得分", lambda case: case.file_check.total if case.file_check.full else ""),
            Column("问题", lambda case: case.file_check.defects or ""),
        ),
        exported=(
            "form",
            "full",
            "total",
            "defects",
            Column("评分日期", lambda case: case.file_check.scored_on or ""),
        ),
        tabs=(MARKS, tabs.HISTORY, tabs.FLOW, tabs.ATTACHMENTS, tabs.LINKS),
        hidden=("subject",),
        comes_from="subject",
        suits=lambda case: case.kind == "penalty",
    )
)
