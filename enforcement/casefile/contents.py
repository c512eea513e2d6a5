"""卷内目录: what stands in a penalty file, volume by volume, in the prescribed order."""

from dataclasses import replace

from enforcement.penalty.choices import Paper
from enforcement.penalty.documents import described
from enforcement.review.models import Opinion
from lawgov.casework.models import Case
from lawgov.casework.web.words import spelled
from lawgov.documents.papers import Row
from lawgov.dossiers.dossier import Slot
from lawgov.dossiers.pieces import (
    Finder,
    Piece,
    Shown,
    each_of,
    either,
    of_papers,
    of_part,
    of_steps,
    sheet,
)

from . import evidence
from .choices import Volume

MAIN, SIDE = Volume.MAIN, Volume.SIDE
BASICS = ("power", "jurisdiction", "object", "summary", "place", "act_on")


def basics(case: Case, shown: Shown) -> list[Row]:
    """Who is charged with what."""
    return [
        ("案由", shown.text(case.title)),
        *((party.get_side_display(), described(party, shown)) for party in case.part("parties")),
        *spelled(case, case.detail, BASICS, mask=shown.text),
    ]


def receipts(*papers: str) -> Finder:
    """送达回证 of these papers."""
    return of_part("deliveries", "送达回证", lambda row: row.paper in papers)


def served(code: str, *papers: str) -> Finder:
    """A paper with its 送达回证 behind it."""
    return each_of(of_papers(*papers), receipts(code))


def decided(case: Case) -> list[Piece]:
    """The decision under the number that it has itself; on the spot there is only the row."""
    numbers = [row.number for row in case.part("decisions")]
    written = of_papers("decision", "exemption")(case)
    if written and numbers:
        return [replace(written[-1], number=numbers[-1])]
    return of_part("decisions", "行政处罚决定书")(case)


def opinions(case: Case) -> list[Piece]:
    """Every round of the legal review, passed or not."""
    rows = Opinion.objects.filter(subject=case).select_related("case", "reviewer").order_by("pk")
    return [sheet(row.case, row, "法制审核意见书", "opinions") for row in rows]


MEASURED = ("ask_measure", "approve_measure", "refuse_measure", "take_urgent", "take_measure",
            "extend_measure", "end_measure")  # fmt: skip
DRAFTED = (
    "version", "outcome", "kinds", "band", "fine", "confiscated", "facts", "proof", "basis",
    "reasons", "decision", "listed", "text_hash", "on",
)  # fmt: skip
HEARD = "held_on", "place", "chair", "absent", "agents", "record"
ORDER = (
    Slot("filing", MAIN, "立案审批表", of_steps(
        "立案审批表", "apply_filing", "approve_filing", "refuse_filing", above=basics,
    )),
    Slot("decision", MAIN, "行政处罚决定书", decided),
    Slot("delivery", MAIN, "决定书送达回证", receipts(Paper.DECISION, Paper.EXEMPTION)),
    Slot("measures", MAIN, "登记保存、强制措施文书", each_of(
        of_part("measures", "行政强制措施（登记保存）及财物清单"),
        of_steps("行政强制措施（登记保存）审批及解除", *MEASURED),
    )),
    Slot("correction", MAIN, "责令改正通知书", of_steps(
        "责令改正通知书", "order_correction", "check_correction",
    )),
    Slot("notice", MAIN, "行政处罚告知书", either(
        of_papers("notice"), of_steps("行政处罚告知书", "notify"),
    )),
    Slot("notice-delivery", MAIN, "告知书送达回证", receipts(Paper.NOTICE)),
    Slot("defence", MAIN, "陈述申辩及复核", each_of(
        of_part("defences", "陈述申辩及复核"), of_steps("放弃陈述申辩", "waive"),
    )),
    Slot("hearing-notice", MAIN, "听证通知书", either(
        served(Paper.HEARING, "hearing"),
        of_steps("听证通知书", "ask_hearing", "arrange_hearing"),
    )),
    Slot("instalment", MAIN, "延期（分期）缴纳罚款", of_part("instalments", "分期缴纳申请及批准")),
    Slot("demand", MAIN, "催告书", either(
        served(Paper.DEMAND, "demand"), of_steps("催告书", "demand"),
    )),
    Slot("other", MAIN, "其他送达文书", receipts(Paper.OTHER)),
    Slot("hearing", MAIN, "听证笔录", of_part(
        "hearings", "听证笔录", lambda row: row.held_on is not None, HEARD,
    )),
    Slot("evidence", MAIN, "证据材料", each_of(
        evidence.inquiries, evidence.numbered, of_steps("委托鉴定", "appraise", "appraised"),
    )),
    Slot("money", MAIN, "缴款凭证", of_part("payments", "罚没款缴纳凭证")),
    Slot("surcharge", MAIN, "加处罚款", of_part("surcharges", "加处罚款")),
    Slot("transfer", MAIN, "移送材料", of_steps(
        "涉嫌犯罪案件移送书", "propose_transfer", "approve_transfer", "transfer", "police_answer",
        by="transfer",
    )),
    Slot("referral", MAIN, "移送有权机关", of_steps("案件移送函", "refer")),
    Slot("source", SIDE, "案源材料", each_of(
        of_steps("案件来源登记", "register", above=basics), evidence.others(carried=True),
    )),
    Slot("recusals", SIDE, "回避申请及决定", of_part("recusals", "回避申请及决定")),
    Slot("conclusion", SIDE, "调查终结报告", of_steps("调查终结报告", "conclude", "reopen")),
    Slot("drafts", SIDE, "拟作决定审批", of_part("drafts", "拟作决定", names=DRAFTED)),
    Slot("review", SIDE, "法制审核意见", opinions),
    Slot("discussion", SIDE, "集体讨论记录", of_part("discussions", "集体讨论记录")),
    Slot("hearing-report", SIDE, "听证报告", of_part(
        "hearings", "听证报告", lambda row: bool(row.opinion),
        ("held_on", "chair", "opinion"),
    )),
    Slot("drop", SIDE, "撤案审批", of_steps("撤销案件审批表", "drop")),
    Slot("remedies", SIDE, "复议诉讼材料", of_part("remedies", "行政复议、行政诉讼情况")),
    Slot("court", SIDE, "强制执行材料", of_steps("申请人民法院强制执行", "apply_court")),
    Slot("execution", SIDE, "执行情况", of_steps("执行情况记录", "execute")),
    Slot("record", SIDE, "简易案件备案", of_steps(
        "简易程序案件备案表", "file_record", "confirm_record", "return_record", by="file_record",
    )),
    Slot("closing", SIDE, "结案报告", either(
        of_papers("closing"), of_steps("结案报告", "close"),
    )),
    Slot("recordings", SIDE, "全过程记录", evidence.films),
    Slot("rest", SIDE, "其他材料", evidence.others(carried=False)),
)  # fmt: skip
