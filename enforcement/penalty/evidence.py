"""调查取证: inquiries and evidence, up to the end of the investigation."""

from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from lawgov.casework.facts import Choice, Day, Flag, LongText, Row, Text
from lawgov.casework.procedure import Step
from lawgov.casework.upload import Kept

from .choices import EvidenceKind, InquiryForm
from .opening import pks
from .rules import evidence as rules
from .states import FIELD, INVESTIGATED, awaits

PROVING = ("registered", *INVESTIGATED)  # on the spot too, before it is decided there


def numbered(case: Any, facts: Any) -> dict[str, Any]:
    """证1, 证2 … in the order in which they came; a void one keeps its number."""
    file = case.one("attachments", facts["attachment"]) if "attachment" in facts else None
    return {"serial": len(case.part("evidence")) + 1, "attachment": file}


def voided(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = case.one("evidence", facts["piece"])
    row.void = True
    return [(row, ["void"])]


def suspected(case: Any, facts: Any) -> dict[str, Any]:
    """What was suspected once stays so until the head or the police say otherwise."""
    return {"crime": case.detail.crime or bool(facts.get("crime"))}


def inquired(case: Any, facts: Any) -> dict[str, Any]:
    """The officers of an inquiry stand in its own row; those of the case stay."""
    return {"officers": pks(facts), **suspected(case, facts)}


STEPS = {
    "investigate": Step(
        "调查取证", INVESTIGATED, "investigating", FIELD,
        {
            "on": Day("日期"),
            "place": Text("地点"),
            "form": Choice("取证方式", choices=InquiryForm),
            "officers": OFFICERS,
            "shown": Flag("已出示执法证件"),
            "asked": Text("被调查人", required=False, most=100),
            "body": LongText("笔录"),
            "crime": Flag("发现涉嫌犯罪"),
        },
        (TWO_CERTIFIED, rules.NOT_RECUSED, rules.CERT_SHOWN), part="inquiries",
        style="primary", sets=inquired,
    ),
    "add_evidence": Step(
        "登记证据", PROVING, "", FIELD,
        {
            "kind": Choice("证据种类", choices=EvidenceKind),
            "name": Text("名称", most=100),
            "proves": Text("证明内容"),
            "source": Text("来源（提供人）", required=False, most=100),
            "original": Flag("原件（原物）"),
            "monitored": Flag("电子技术监控设备记录"),
            "reviewed": Flag("设备和记录已按规定审核"),
            "on": Day("取得日期"),
            "attachment": Kept("文件", required=False),
        },
        (rules.DEVICE_REVIEWED, rules.FILE_IS_OURS, rules.NOT_RECUSED), part="evidence",
        sets=numbered,
    ),
    "void_evidence": Step(
        "作废证据", PROVING, "", FIELD,
        {"piece": Row("证据", part="evidence"), "reason": Text("作废原因")},
        (rules.IS_VALID,), alters=voided,
        fits=lambda case: any(not row.void for row in case.part("evidence")),
    ),
    "appraise": Step(
        "委托鉴定", INVESTIGATED, "", FIELD,
        {
            "organ": Text("鉴定（检测）机构", most=100),
            "matter": LongText("委托事项", most=1000),
            "on": Day("委托日期", required=False),
        },
        fits=lambda case: not awaits(case, "appraise", "appraised"),
    ),
    "conclude": Step(
        "调查终结", ("investigating",), "concluded", FIELD,
        {
            "report": LongText("调查终结报告"),
            "complex": Flag("情节复杂或者重大违法行为"),
            "public_interest": Flag("涉及重大公共利益"),
            "crime": Flag("发现涉嫌犯罪"),
            "on": Day("终结日期", required=False),
        },
        (
            rules.HAS_EVIDENCE, rules.RECUSAL_ANSWERED, rules.NOT_RECUSED, rules.CRIME_FIRST,
            rules.NO_CRIME_FOUND,
        ),
        style="primary",
    ),
    "reopen": Step(
        "补充调查", ("concluded", "notified"), "investigating", FIELD,
        {"reason": LongText("补充调查的原因", most=1000)},
    ),
}  # fmt: skip
CLOCKS = ()
