"""两法衔接: a suspected crime goes to the police; no penalty takes its place (国务院令第730号)."""

from datetime import timedelta
from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from lawgov.casework.facts import Choice, Day, Flag, LongText, Text
from lawgov.casework.procedure import Clock, Step

from . import effects
from .choices import PoliceAnswer
from .rules import evidence
from .rules import transferring as rules
from .states import FIELD, HEADS, UNDECIDED, awaits, has_handled

# Days and hours of the calendar: they wait for no working day.
DECIDE_WITHIN = timedelta(days=3)
TRANSFER_WITHIN = timedelta(days=1)  # 二十四小时


def approved(case: Any, facts: Any) -> dict[str, Any]:
    return {"transfer_by": facts["on"] + TRANSFER_WITHIN}


def answered(case: Any, facts: Any) -> dict[str, Any]:
    return {"crime": facts["police_answer"] == PoliceAnswer.FILED}


def proposed(case: Any, facts: Any) -> dict[str, Any]:
    return {
        "crime": True, "officers": case.detail.officers, "decide_by": facts["on"] + DECIDE_WITHIN,
    }  # fmt: skip


STEPS = {
    "propose_transfer": Step(
        "提请移送", UNDECIDED, "transferring", FIELD,
        {
            "officers": OFFICERS,
            "report": LongText("涉嫌犯罪案件情况的调查报告"),
            "items": LongText("涉案物品清单", required=False, most=2000),
            "on": Day("提请日期", required=False),
        },
        (TWO_CERTIFIED, evidence.NOT_RECUSED),
        sets=proposed,
        style="danger",
    ),
    "approve_transfer": Step(
        "批准移送", ("transferring",), "", HEADS,
        {"opinion": Text("审批意见", required=False), "on": Day("批准日期", required=False)},
        bars=has_handled, sets=approved, effect=effects.transfer,
        fits=lambda case: not awaits(case, "approve_transfer", "transfer"), style="success",
    ),
    "refuse_transfer": Step(
        "不批准移送", ("transferring",), "investigating", HEADS,
        {"reason": LongText("不予批准的理由", most=1000, help="记录在案"),
         "on": Day("日期", required=False)},
        bars=has_handled, sets=lambda case, facts: {"crime": False}, effect=effects.transfer,
        fits=lambda case: not awaits(case, "approve_transfer", "transfer"),
    ),
    "transfer": Step(
        "移送公安机关", ("transferring",), "transferred", FIELD,
        {
            "organ": Text("受移送的公安机关", most=100),
            "letter": Flag("附移送书、调查报告、涉案物品清单、有关检验报告或者鉴定意见"),
            "copied": Flag("已抄送人民检察院"),
            "on": Day("移送日期", required=False),
        },
        (rules.APPROVED, rules.WITH_PAPERS), style="danger",
        fits=lambda case: awaits(case, "approve_transfer", "transfer"),
    ),
    "police_answer": Step(
        "登记公安机关答复", ("transferred",), "", FIELD,
        {
            "police_answer": Choice("答复", choices=PoliceAnswer),
            "number": Text("文书号", required=False, most=64),
            "on": Day("答复日期", required=False),
        },
        sets=answered, fits=lambda case: not case.detail.police_answer, style="primary",
    ),
    "resume": Step(
        "恢复办理", ("transferred",), "investigating", FIELD,
        {"reason": LongText("恢复办理的理由", most=1000, help="如：不构成犯罪，应予行政处罚"),
         "on": Day("日期", required=False)},
        (rules.POLICE_REFUSED,), sets=lambda case, facts: {"police_answer": ""}, style="primary",
    ),
}  # fmt: skip
CLOCKS = (
    Clock("移送审批", 0, f"{rules.ORDER}第五条（三日内）", ("propose_transfer",),
          ("approve_transfer", "refuse_transfer"), told_day="decide_by"),
    Clock("移送公安机关", 0, f"{rules.ORDER}第五条（二十四小时内）", ("approve_transfer",),
          ("transfer",), told_day="transfer_by"),
    Clock("公安机关答复", 3, f"{rules.ORDER}第八条（三日内）", ("transfer",), ("police_answer",)),
)  # fmt: skip
