"""调查取证: inquiries, evidence and what is held meanwhile, up to the end of the investigation."""

from typing import Any

from lawgov.casework.facts import Choice, Day, Flag, LongText, Text
from lawgov.casework.procedure import Step
from lawgov.casework.upload import Kept

from .choices import EvidenceKind, InquiryForm
from .opening import OFFICERS, pks
from .rules import evidence as rules
from .rules import opening
from .states import FIELD, INVESTIGATED

CLOCKS = ()


def numbered(case: Any, facts: Any) -> dict[str, Any]:
    """证1, 证2 … in the order in which they came; a void one keeps its number."""
    file = case.one("attachments", facts["attachment"]) if "attachment" in facts else None
    return {"serial": len(case.part("evidence")) + 1, "attachment": file}


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
        },
        (opening.TWO_CERTIFIED, rules.CERT_SHOWN), part="inquiries", style="primary",
        sets=lambda case, facts: {"officers": pks(facts)},
    ),
    "add_evidence": Step(
        "登记证据", INVESTIGATED, "", FIELD,
        {
            "kind": Choice("证据种类", choices=EvidenceKind),
            "name": Text("名称", most=100),
            "proves": Text("证明内容"),
            "source": Text("来源（提供人）", required=False, most=100),
            "original": Flag("原件（原物）"),
            "on": Day("取得日期"),
            "attachment": Kept("文件", required=False),
        },
        part="evidence", sets=numbered,
    ),
    "conclude": Step(
        "调查终结", ("investigating",), "concluded", FIELD,
        {
            "report": LongText("调查终结报告"),
            "complex": Flag("情节复杂或者重大违法行为"),
            "public_interest": Flag("涉及重大公共利益"),
            "on": Day("终结日期", required=False),
        },
        (rules.HAS_EVIDENCE,), style="primary",
    ),
}  # fmt: skip
