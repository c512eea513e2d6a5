"""卷宗情况说明 and 结案报告表."""

from lawgov.casework.models import Case
from lawgov.casework.moves import spoken
from lawgov.documents.papers import BLANK_DAY, Content, Row, day

from ..choices import CHANNEL, DISPUTE_TYPE, FileItem
from ..rules.filing import lacking as gaps_of
from ..states import ENDING
from .words import Shown, committee, named, party_rows, taken

ENDS = (*ENDING, "reject")
CLOSED_BY = ("perform", "breach", "annul_agreement", "fail", "withdraw", "refer", "reject")
MEDIA = ("audio/", "video/")


def note(case: Case, shown: Shown) -> Content:
    """卷宗情况说明: what the file lacks and why, and what cannot be bound into it."""
    filed = taken(case, "archive")
    return Content(
        title="人民调解卷宗情况说明",
        number=case.number,
        rows=[
            *lacking(case, shown),
            ("音像资料", recordings(case)),
            ("立卷人", named(filed and filed.by)),
            ("检查人", checker(case)),
        ],
        signatures=[("立卷人（签名）", ""), ("检查人（签名）", "")],
        seal=committee(case),
        on=day(filed.on) if filed else BLANK_DAY,
    )


def lacking(case: Case, shown: Shown) -> list[Row]:
    """What is missing without a word of why stands there too, so that nobody overlooks it."""
    why = {row.item: shown.text(row.reason) for row in case.part("file_notes")}
    gaps = dict.fromkeys(gaps_of(case), "缺件原因尚未说明")
    rows = [(FileItem(code).label, words) for code, words in (gaps | why).items()]
    return rows or [("缺件情况", "应有材料齐全")]


def recordings(case: Case) -> str:
    found = [
        f"{row.name}，{row.size}字节，摘要{row.sha256}"
        for row in case.part("attachments")
        if not row.void and row.media_type.startswith(MEDIA)
    ]
    return "\n".join(found) or "无"


def checker(case: Case) -> str:
    filed = taken(case, "archive")
    said = dict(spoken(filed)) if filed else {}
    return said.get("检查人", "")


def report(case: Case, shown: Shown) -> Content:
    """结案报告表."""
    ended = taken(case, *ENDS)
    said = [f"{label}：{shown.text(words)}" for label, words in spoken(ended) if words]
    return Content(
        title="人民调解结案报告表",
        number=case.number,
        rows=[
            ("承办单位", committee(case)),
            ("承办人", named(case.handler)),
            ("受案时间", day(case.opened_on)),
            ("结案时间", day(case.detail.performed_on or case.closed_on)),
            *party_rows(case, shown),
            ("案件来源", CHANNEL.on(case.opened_on).get(case.channel, "")),
            ("纠纷类型", DISPUTE_TYPE.on(case.opened_on).get(case.detail.type, "")),
            ("纠纷简要事实", shown.text(case.detail.summary)),
            ("处理结果", "\n".join([ended.label, *said])),
        ],
        signatures=[("承办人（签名）", day(case.closed_on)), ("负责人（签名）", BLANK_DAY)],
        seal=committee(case),
        on=day(case.closed_on),
    )
