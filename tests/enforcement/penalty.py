"""How a penalty case gets somewhere: what each step is given, and the steps to each state."""

from typing import Any

import pytest

from enforcement.officers.models import Officer
from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused

from ..cast import STREET, today
from .officers import certify

PARTY = {"side": "party", "kind": "person", "name": "钱某", "id_number": "11010519491231002X"}
FIRM = {
    "side": "party",
    "kind": "organisation",
    "name": "某某餐饮有限公司",
    "credit_code": "91350100M000100Y43",
}
POWER = "CG-005"
HEADS_WORD = (
    "approve_filing", "refuse_filing", "return_filing", "refer", "change_officers",
    "decide_recusal", "approve_measure", "refuse_measure", "extend_measure", "approve_transfer",
    "refuse_transfer", "confirm_record", "return_record",
)  # fmt: skip  # what the head takes; the rest the first officer


def registration(**changes: Any) -> dict[str, Any]:
    return {
        "title": "擅自占用道路堆放物料案",
        "channel": "inspection",
        "power": POWER,
        "jurisdiction": "handed_down",
        "object": "shop",
        "summary": "当事人在门前道路上堆放货物",
        "place": "共康路1号门前",
        "act_on": today(),
        "parties": [PARTY],
    } | changes


def registered(squad: Any, **changes: Any) -> Case:
    """A case as it is logged, by officers who have their certificates."""
    if not Officer.objects.exists():
        certify(squad.head, squad.officer, squad.partner, squad.third)
    return Case.open_new("penalty", by=squad.officer, unit=STREET, **registration(**changes))


def measure_of(case: Case, **given: Any) -> dict[str, Any]:
    """Facts about the last of its measures."""
    return {"measure": case.measures.latest("pk").pk, **given}


def answers(squad: Any) -> dict[str, dict[str, Any]]:
    """What each step is given in the ordinary course of things."""
    two = [squad.officer, squad.partner]
    return {
        "apply_filing": {"officers": two, "reason": "有证据证明存在违法行为"},
        "approve_filing": {},
        "investigate": {
            "on": today(), "place": "共康路1号", "form": "inspect", "officers": two,
            "shown": True, "body": "现场见货物占道约三平方米",
        },
        "add_evidence": {
            "kind": "record", "name": "现场笔录", "proves": "占道事实", "original": True,
            "on": today(),
        },
        "refuse_filing": {"reason": "证据不足"},
        "return_filing": {"reason": "请补充照片"},
        "refer": {"organ": "区市场监督管理局", "reason": "不属本机关管辖"},
        "change_officers": {"officers": [squad.officer, squad.third], "reason": "工作调整"},
        "ask_recusal": {"officer": squad.partner, "asked_by": "party", "reason": "系当事人亲属"},
        "correct": {"place": "共康路3号门前", "reason": "门牌号误记"},
        "order_correction": {"content": "清除堆放的货物", "until": today()},
        "check_correction": {"corrected": True, "situation": "已清除"},
        "appraise": {"organ": "某检测中心", "matter": "材质检测"},
        "appraised": {"result": "符合送检描述"},
        "reopen": {"reason": "补充询问"},
        "ask_measure": WHAT,
        "take_urgent": {**WHAT, **how(two)},
        "decide_on_spot": {
            "officers": two, "shown": True, "clear": True, "told": True, "kinds": ["fine"],
            "fine": "50", "band": "P1", "decision": "罚款五十元", "form_number": "0001",
            "delivered": True,
        },
        "collect_on_spot": {
            "why": "small", "amount": "50", "receipt": "P-1", "official": True,
        },
        "hand_in": {"voucher": "J-1"},
        "bank_in": {"voucher": "Y-1"},
        "file_record": {},
        "confirm_record": {},
        "return_record": {"reason": "缺票据"},
        "propose_transfer": {"officers": two, "report": "数额达到追诉标准"},
        "approve_transfer": {},
        "refuse_transfer": {"reason": "未达追诉标准"},
        "transfer": {"organ": "公安分局", "letter": True, "copied": True},
        "police_answer": {"police_answer": "filed"},
        "resume": {"reason": "公安机关认为不构成犯罪"},
        "conclude": {"report": "事实清楚，证据充分，建议处罚"},
    }  # fmt: skip


WHAT = {
    "kind": "seize", "things": "货架两组", "place": "共康路1号", "reason": "防止转移",
    "related": True,
}  # fmt: skip


def how(two: Any) -> dict[str, Any]:
    return {"officers": two, "shown": True, "present": "party", "inventoried": True}


FILED = ("apply_filing", "approve_filing")
CONCLUDED = (*FILED, "investigate", "add_evidence", "conclude")
ROADS: dict[str, tuple[str, ...]] = {
    "registered": (),
    "applied": ("apply_filing",),
    "filed": FILED,
    "investigating": (*FILED, "investigate"),
    "concluded": CONCLUDED,
    "unfiled": ("apply_filing", "refuse_filing"),
    "referred": ("refer",),
    "spot": ("decide_on_spot",),
    "collected": ("decide_on_spot", "collect_on_spot"),
    "transferring": (*FILED, "investigate", "propose_transfer"),
    "transferred": (
        *FILED,
        "investigate",
        "propose_transfer",
        "approve_transfer",
        "transfer",
    ),
}


def walk(case: Case, squad: Any, *steps: str, **given: dict[str, Any]) -> Case:
    """Take these steps in turn, each by whom it is for."""
    for step in steps:
        by = squad.head if step in HEADS_WORD else squad.officer
        case.take(step, by=by, **(answers(squad)[step] | given.get(step, {})))
    return case


def penalty_in(state: str, squad: Any, **changes: Any) -> Case:
    """A penalty case that reached a state by taking steps."""
    return walk(registered(squad, **changes), squad, *ROADS[state])


def refusal(case: Case, step: str, by: Any, **facts: Any) -> str:
    """Why a step is not taken, all reasons at once."""
    with pytest.raises(StepRefused) as said:
        case.take(step, by=by, **facts)
    return "；".join(said.value.reasons)
