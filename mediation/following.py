"""What follows an agreement: 履行, 回访, 归档; and 再次调处 where the dispute flares up again."""

from datetime import date
from typing import Any

from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    LongText,
    Money,
    Row,
    Text,
)
from lawgov.casework.procedure import Clock, Step
from lawgov.casework.upload import Files
from lawgov.handovers.referring import ALL_ANSWERED, FED_BACK
from lawgov.tasks.urging import URGE_ANSWERED

from . import filing, limits
from .choices import (
    Performance,
    Satisfaction,
    Voucher,
)
from .endangered import flagged
from .files import filed
from .rules import following as rules
from .rules.agreed import in_force, is_performed, owed
from .rules.filing import FILE_WHOLE
from .rules.mediating import IN_ROOM
from .rules.standing import POLICE_TOLD
from .states import ALL, OFFICE, OVER, SETTLED, UNPERFORMED


def paid(case: Any, facts: Any) -> dict[str, Any]:
    """A voucher, and the day on which the next instalment is owed."""
    row = case.one("instalments", facts["instalment"])
    rest = [each.due_on for each in owed(case) if each is not row]
    return {
        **vouched(case, facts),
        "instalment": row,
        **({"next_due": rest[0]} if rest else {}),
    }


def struck_off(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = case.one("instalments", facts["instalment"])
    row.performed_on = facts["on"]
    return [(row, ["performed_on"])]


def vouched(case: Any, facts: Any) -> dict[str, Any]:
    return {
        "agreement_ordinal": in_force(case).ordinal,
        "voucher": facts.get("voucher", Voucher.OTHER),
        **filed(case, facts, "履行凭证"),
    }


def performed(case: Any, facts: Any) -> dict[str, Any]:
    return {"performed_on": facts["on"], **vouched(case, facts)}


def visited(case: Any, facts: Any) -> dict[str, Any]:
    """New signs of danger are a danger that was not reported yet; a hard case is visited again."""
    again = rules.second_visit_from(case)
    return {
        **(flagged(case, {"on": facts["on"]}) if facts.get("sharpening") else {}),
        **({"again_from": again} if again else {}),
    }


def begin_again(case: Any, facts: Any) -> dict[str, Any]:
    """It is assigned anew; what a party once refused, or was performed, is of the time before."""
    cleared: dict[str, date | None] = dict.fromkeys(("refused_on", "performed_on"))
    return {**cleared, "handler": None, "mediator_kind": "", "retention": ""}


VOUCHER = {
    "paid": Money("履行金额", required=False),
    "voucher": Choice("凭证", required=False, choices=Voucher),
    "note": Text("履行凭证说明", required=False),
    "file": Files("凭证扫描件", required=False),
}
STEPS = {
    "perform": Step(
        "履行完毕", UNPERFORMED, "performed", OFFICE,
        {"on": Day("履行完毕日期"), **VOUCHER},
        (rules.ALL_PAID, *IN_ROOM), part="performances", sets=performed, style="primary",
        fits=lambda case: not is_performed(case),
    ),
    "pay": Step(
        "履行一期", UNPERFORMED, "", OFFICE,
        {"on": Day("履行日期"), "instalment": Row("期次", part="instalments"), **VOUCHER},
        (rules.STILL_OWED, *IN_ROOM), part="performances", sets=paid, alters=struck_off,
        fits=lambda case: bool(owed(case)), style="primary",
    ),
    "breach": Step(
        "登记未履行", ("agreed", "revisited"), "breached", OFFICE,
        {
            "on": Day("日期"),
            "performance": Choice("履行情况", choices=Performance),
            "urged": LongText("督促情况及告知的途径"),
        },
        fits=lambda case: not is_performed(case),
    ),
    "revisit": Step(
        "回访", SETTLED, "revisited", ALL,
        {
            "on": Day("回访日期"),
            "performance": Choice("履行情况", choices=Performance),
            "satisfaction": Choice("满意度", choices=Satisfaction),
            "reason": Text("回访事由", required=False),
            "situation": LongText("回访情况", required=False),
            "sued": Flag("已提起诉讼"),
            "sharpening": Flag("有新的激化苗头"),
            "measures": LongText("采取的措施", required=False),
        },
        (rules.MEASURES_TAKEN,), part="visits", sets=visited,
    ),
    "reopen": Step(
        "再次调处", OVER, "accepted", OFFICE,
        {"reason": LongText("再次发生纠纷的情况"), "on": Day("日期")},
        sets=begin_again, reopens=True, style="danger",
    ),
    "archive": Step(
        "归档",
        ("revisited", "annulled", "failed", "rejected", "withdrawn", "referred"), "archived",
        OFFICE, filing.FACTS,
        (
            rules.VISITED_AGAIN, POLICE_TOLD, ALL_ANSWERED, FED_BACK, URGE_ANSWERED, FILE_WHOLE,
        ),
        style="primary",
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "回访", limits.REVISIT, "平台办理规则", ("perform", "breach"),
        ("revisit", "annul_agreement", "change_agreement", "reopen"),
    ),
    Clock(
        "再次回访", limits.REVISIT_AGAIN, "平台办理规则", ("revisit",),
        ("annul_agreement", "change_agreement", "reopen"), told_day="again_from",
    ),
    Clock(
        "分期履行", 0, "协议约定的各期日期", ("agree_written", "change_agreement", "pay"),
        ("perform", "annul_agreement", "reopen"), told_day="next_due",
    ),
)  # fmt: skip
