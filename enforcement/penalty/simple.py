"""简易程序: decided and handed over on the spot, then filed for record (第五十一、五十二条)."""

import hashlib
from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from enforcement.standards.choices import Penalty
from lawgov.casework.facts import Choice, Day, Flag, LongText, Money, Several, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.people.models import Role
from lawgov.workdays import calendar

from . import dates, effects, limits, standing
from .choices import Course, Outcome, SpotReason
from .facts import Band
from .opening import pks
from .rules import evidence, opening
from .rules import simple as rules
from .states import FIELD, awaits, has_handled

CHECKERS = (Role.REVIEWER, Role.JUSTICE, Role.ENFORCEMENT_HEAD)
AFTER = ("served", "executed", "closed")
HAND_IN_DAYS = BANK_IN_DAYS = 2  # 行政处罚法第七十一条, working days by 第八十五条
COLLECTED = {
    "why": Choice("当场收缴理由", choices=SpotReason),
    "amount": Money("收缴金额"),
    "receipt": Text("票据号码", most=50),
    "official": Flag("财政部门统一制发的专用票据"),
    "on": Day("收缴日期", required=False),
}


def decided(case: Any, facts: Any) -> dict[str, Any]:
    """The decision and its delivery in one: handed over, it is served."""
    on, kind = facts["on"], standing.party_kind(case)
    row = {
        "outcome": Outcome.PENALTY, "kinds": facts["kinds"], "fine": facts.get("fine", 0),
        "party_kind": kind, "text_hash": hashlib.sha256(facts["decision"].encode()).hexdigest(),
        "number": facts["form_number"], "on": on,
    }  # fmt: skip
    return {
        "officers": pks(facts), "course": Course.SIMPLE, "served_on": on, "decisions": [row],
        "handler": facts["by"], **standing.to_publish(case, on),
        **dates.after_service(on, row["fine"]),
        "record_by": calendar.add(on, limits.RECORD.on(case.unit, on), working=True).day,
    }  # fmt: skip


def is_fined(case: Any) -> bool:
    row = standing.decision(case)
    return bool(row and row.fine and not case.part("payments"))


def awaits_record(case: Any) -> bool:
    return rules.is_simple(case) and not case.detail.filed_for_record_on


def awaits_check(case: Any) -> bool:
    return bool(case.detail.filed_for_record_on and not case.detail.recorded_on)


def returned(case: Any, facts: Any) -> dict[str, Any]:
    on = facts["on"]
    due = calendar.add(on, limits.RECORD.on(case.unit, on), working=True).day
    return {"filed_for_record_on": None, "record_by": due}


STEPS = {
    "decide_on_spot": Step(
        "当场决定", ("registered",), "served", FIELD,
        {
            "officers": OFFICERS,
            "shown": Flag("已出示执法证件"),
            "clear": Flag("违法事实确凿并有法定依据"),
            "told": Flag("已告知并听取陈述申辩"),
            "kinds": Several("处罚种类", choices=Penalty),
            "band": Band("裁量档次", required=False),
            "fine": Money("罚款金额", required=False),
            "lighter": Flag("已依法从轻、减轻"),
            "decision": LongText("决定内容", most=2000),
            "form_number": Text("决定书编号", most=64),
            "delivered": Flag("已当场交付决定书"),
            "note": Text("备注", required=False, help="如：当事人拒绝签收"),
            "on": Day("决定日期", required=False),
        },
        (
            opening.PARTY_KNOWN, opening.POWER_STANDS, opening.IN_TIME, opening.ONE_FINE,
            opening.OLD_ENOUGH, opening.AGE_KNOWN, evidence.CRIME_FIRST,
            TWO_CERTIFIED, evidence.CERT_SHOWN, rules.FACTS_CLEAR, rules.WITHIN_SIMPLE,
            rules.UNLISTED, rules.FINE_MATCHES, rules.IN_BAND, rules.LIGHTER, rules.TOLD_AND_HEARD,
            rules.HANDED_OVER,
        ),
        sets=decided, style="primary",
    ),
    "collect_on_spot": Step(
        "当场收缴", ("served",), "executed", FIELD, COLLECTED,
        (rules.SMALL_ENOUGH, rules.HARD_IN_SIMPLE, rules.WHOLE_FINE, rules.OFFICIAL_RECEIPT),
        part="payments", sets=lambda case, facts: {"on": facts["on"], "on_spot": True},
        fits=is_fined,
    ),
    "hand_in": Step(
        "缴回罚款", AFTER, "", FIELD,
        {"voucher": Text("缴回凭证", most=50), "on": Day("缴回日期", required=False)},
        offer="any", fits=lambda case: awaits(case, "collect_on_spot", "hand_in"),
    ),
    "bank_in": Step(
        "缴付银行", AFTER, "", FIELD,
        {"voucher": Text("缴付凭证", most=50), "on": Day("缴付日期", required=False)},
        offer="any", fits=lambda case: awaits(case, "hand_in", "bank_in"),
    ),
    "file_record": Step(
        "提请备案", AFTER, "", FIELD,
        {"note": Text("说明", required=False), "on": Day("提请日期", required=False)},
        sets=lambda case, facts: {"filed_for_record_on": facts["on"]}, offer="any",
        fits=awaits_record, style="primary",
    ),
    "confirm_record": Step(
        "予以备案", AFTER, "", CHECKERS,
        {"opinion": Text("核对意见", required=False), "on": Day("备案日期", required=False)},
        bars=has_handled, sets=lambda case, facts: {"recorded_on": facts["on"]}, offer="any",
        fits=awaits_check, effect=effects.spot, style="success",
    ),
    "return_record": Step(
        "退回补正", AFTER, "", CHECKERS,
        {"reason": LongText("补正要求", most=1000), "on": Day("退回日期", required=False)},
        bars=has_handled, sets=returned, offer="any", fits=awaits_check, effect=effects.spot,
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "提请备案", limits.RECORD, f"{opening.LAW}第五十二条", ("decide_on_spot", "return_record"),
        ("file_record",), working=True,
    ),
    Clock(
        "缴回当场收缴的罚款", HAND_IN_DAYS, f"{opening.LAW}第七十一条", ("collect_on_spot",),
        ("hand_in",), working=True,
    ),
    Clock(
        "罚款缴付银行", BANK_IN_DAYS, f"{opening.LAW}第七十一条", ("hand_in",), ("bank_in",),
        working=True,
    ),
)  # fmt: skip
