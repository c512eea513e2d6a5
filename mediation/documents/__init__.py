"""The papers of a dispute in the ministry's layout (司法部2010年人民调解文书格式)."""

from collections.abc import Callable
from typing import Any

from lawgov.casework.models import Case
from lawgov.documents.papers import Content, Paper

from . import agreeing, closing, following, meeting, opening
from .words import FORM, Shown


def latest(part: str, tells: Callable[[Case, Any, Shown], Content]) -> Any:
    """The paper of the last row of a part; those before it are its earlier versions."""
    return lambda case, shown: tells(case, case.part(part)[-1], shown)


PAPERS = (
    Paper("application", "人民调解申请书", FORM, ("apply",), opening.application),
    Paper("intake", "受理登记表", FORM, ("accept",), opening.intake, "人调受字"),
    Paper("notice", "权利义务告知书", FORM, ("inform", "session"), opening.notice),
    Paper(
        "investigation", "调查记录", FORM, ("investigate",),
        latest("investigations", meeting.investigation),
    ),
    Paper("evidence", "证据材料清单", FORM, ("add_evidence",), meeting.evidence),
    Paper("record", "调解记录", FORM, ("session",), latest("sessions", meeting.session)),
    Paper(
        "agreement", "人民调解协议书", "letter", ("agree_written", "change_agreement"),
        agreeing.written, "人调协字",
    ),
    Paper("oral-agreement", "口头协议登记表", FORM, ("agree_oral",), agreeing.oral, "人调口字"),
    Paper(
        "voucher", "履行凭证", FORM, ("pay", "perform"), latest("performances", following.voucher)
    ),
    Paper("visit", "回访记录", FORM, ("revisit",), latest("visits", following.visit)),
    Paper("confirmation", "司法确认申请书", FORM, ("confirm",), following.confirmation),
    Paper("pledge", "司法确认承诺书", FORM, ("confirm",), following.pledge),
    Paper("file-note", "卷宗情况说明", FORM, ("archive",), closing.note),
    Paper("closing", "结案报告表", FORM, closing.CLOSED_BY, closing.report),
)  # fmt: skip
