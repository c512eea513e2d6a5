"""What is asked before a dispute is filed away: a whole file, or a word of why it is not."""

from typing import Any

from lawgov.casework.procedure import Rule
from lawgov.casework.questions import ask

from ..choices import FileItem
from .law import Facts


def lacking(case: Any) -> list[str]:
    """The codes of what the file must hold and does not."""
    found: list[str] = ask("dispute.file_lacks", case)
    return found


def is_explained(case: Any, facts: Facts) -> bool:
    return set(lacking(case)) <= {row["item"] for row in facts.get("file_notes", ())}


def gaps(case: Any) -> list[str]:
    return [str(FileItem(code).label) for code in lacking(case)]


def unexplained(case: Any) -> list[dict[str, str]]:
    """The form stands with each gap, to be explained."""
    return [{"item": code} for code in lacking(case)]


FILE_WHOLE = Rule(
    "卷宗应有的材料须齐全，缺件的须逐项说明原因",
    "平台办理规则",
    "",
    is_explained,
    asks=True,
    names=gaps,
)
