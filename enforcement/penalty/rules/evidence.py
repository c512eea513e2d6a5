"""What the law asks of an investigation and of what is held meanwhile."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.workdays import calendar

from ..choices import MeasureKind, MeasureState
from .opening import LAW, SINCE

COERCION_LAW = "《行政强制法》"
SINCE_2012 = date(2012, 1, 1)
HELD_DAYS = 30  # 查封、扣押, and the longest extension of it
PRESERVED_DAYS = 7  # working days
Facts = Mapping[str, Any]


def recused(case: Any) -> set[int]:
    return {row.officer_id for row in case.part("recusals") if row.granted}


def acts_apart(case: Any, facts: Facts) -> bool:
    """Neither who acts nor who is named for it had to leave the case."""
    people = [*facts.get("officers", ()), *filter(None, [facts.get("by")])]
    return not recused(case) & {user.pk for user in people}


def measure(case: Any, facts: Facts) -> Any:
    return case.one("measures", facts["measure"]) if "measure" in facts else None


def held(case: Any) -> list[Any]:
    """The measures that stand."""
    return [row for row in case.part("measures") if row.state == MeasureState.TAKEN]


def unapproved(row: Any) -> bool:
    return row.state == MeasureState.ASKED or (
        row.state == MeasureState.TAKEN and row.approved_on is None
    )


def is_to_approve(case: Any, facts: Facts) -> bool:
    row = measure(case, facts)
    return row is not None and unapproved(row)


def may_last(case: Any, facts: Facts) -> bool:
    row = measure(case, facts)
    return bool(
        row
        and row.kind != MeasureKind.PRESERVE
        and row.state == MeasureState.TAKEN
        and not row.extended
        and facts["on"] <= row.due_on
    )


def still_void(case: Any, facts: Facts) -> bool:
    row = case.one("evidence", facts["piece"])
    return row is not None and not row.void


def lasts_until(kind: str, taken: date) -> date:
    """Until when a measure may stand: what is seized is not held longer over a holiday."""
    if kind == MeasureKind.PRESERVE:
        return calendar.add(taken, PRESERVED_DAYS, working=True).day
    return taken + timedelta(days=HELD_DAYS)


def replaced(case: Any, facts: Facts) -> bool:
    """Two are left who may go on."""
    row = case.one("recusals", facts["recusal"])
    if not row or not facts.get("granted"):
        return True
    staying = set(case.detail.officers) | {user.pk for user in facts.get("officers", ())}
    return len(staying - recused(case) - {row.officer_id}) >= 2


def open_recusal(case: Any, facts: Facts) -> Any:
    row = case.one("recusals", facts["recusal"])
    return row if row and row.granted is None else None


def not_own(case: Any, facts: Facts) -> bool:
    row = open_recusal(case, facts)
    return row is None or row.officer_id != facts["by"].pk


def in_state(state: str) -> Any:
    def holds(case: Any, facts: Facts) -> bool:
        row = measure(case, facts)
        return row is not None and row.state == state

    return holds


CERT_SHOWN = Rule(
    "执法人员应当主动向当事人或者有关人员出示执法证件，并在笔录中载明",
    LAW, "第五十五条", lambda case, facts: bool(facts.get("shown")), asks=True, since=SINCE,
)  # fmt: skip
NOT_RECUSED = Rule(
    "已决定回避的执法人员不得参与本案", LAW, "第四十三条", acts_apart, asks=True, since=SINCE,
    concerns=lambda case: bool(recused(case)),
)  # fmt: skip
IS_OFFICER_HERE = rule_of_house(
    "应是本案的承办执法人员",
    lambda case, facts: facts["officer"].pk in case.detail.officers,
    asks=True,
)
RECUSAL_OPEN = rule_of_house(
    "应是本案尚未决定的回避申请",
    lambda case, facts: open_recusal(case, facts) is not None,
    asks=True,
)
NOT_OWN_RECUSAL = Rule(
    "被申请回避的人不得决定自己是否回避", LAW, "第四十三条", not_own, asks=True, since=SINCE
)
REPLACED = Rule(
    "回避后本案的执法人员不得少于两人，须同时指定接替人员", LAW, "第四十二条、第四十三条",
    replaced, asks=True, since=SINCE,
)  # fmt: skip
RECUSAL_ANSWERED = Rule(
    "回避申请须先由负责人决定", LAW, "第四十三条",
    lambda case, facts: all(row.granted is not None for row in case.part("recusals")),
    since=SINCE,
)  # fmt: skip
DEVICE_REVIEWED = Rule(
    "电子技术监控设备的记录须经审核，设备须经法制和技术审核、设置合理、标志明显并公布地点",
    LAW, "第四十一条",
    lambda case, facts: not facts.get("monitored") or bool(facts.get("reviewed")),
    asks=True, since=SINCE,
)  # fmt: skip
HAS_EVIDENCE = Rule(
    "违法事实须查明：调查终结前应有调查取证记录和未作废的证据",
    LAW, "第四十条、第四十六条、第五十四条",
    lambda case, facts: (
        bool(case.part("inquiries")) and any(not row.void for row in case.part("evidence"))
    ),
    since=SINCE,
)  # fmt: skip
FILE_IS_OURS = rule_of_house(
    "所附文件应是本案未作废的附件",
    lambda case, facts: (
        "attachment" not in facts
        or bool((row := case.one("attachments", facts["attachment"])) and not row.void)
    ),
    asks=True,
)
IS_VALID = rule_of_house("证据应属于本案且未作废", still_void, asks=True)
LAWFUL_SCOPE = Rule(
    "查封、扣押限于涉案的场所、设施或者财物，不得涉及无关的财物和公民个人及其所扶养家属的生活必需品",
    COERCION_LAW, "第二十三条",
    lambda case, facts: facts["kind"] == MeasureKind.PRESERVE or bool(facts.get("related")),
    asks=True, since=SINCE_2012,
)  # fmt: skip
TO_APPROVE = rule_of_house("应是本案待审批的措施", is_to_approve, asks=True)
APPROVED = Rule(
    "实施前须经行政机关负责人批准",
    f"{LAW}第五十六条、{COERCION_LAW}", "第十八条",
    in_state(MeasureState.APPROVED), asks=True, since=SINCE_2012,
)  # fmt: skip
INVENTORIED = Rule(
    "应当当场清点，告知理由、依据、权利和救济途径，交付决定书和清单",
    f"{LAW}第五十六条、{COERCION_LAW}", "第十八条、第二十四条",
    lambda case, facts: bool(facts.get("inventoried")), asks=True, since=SINCE_2012,
)  # fmt: skip
IS_TAKEN = rule_of_house("应是本案已采取、尚未处理的措施", in_state(MeasureState.TAKEN), asks=True)
EXTENDS_ONCE = Rule(
    "查封、扣押不超过三十日，情况复杂的在届满前可延长一次，延长不超过三十日；先行登记保存不得延长",
    COERCION_LAW, "第二十五条", may_last, asks=True, since=SINCE_2012,
)  # fmt: skip
TOLD_OF_EXTENSION = Rule(
    "延长查封、扣押的决定应当及时书面告知当事人，并说明理由", COERCION_LAW, "第二十五条",
    lambda case, facts: bool(facts.get("notified")), asks=True, since=SINCE_2012,
)  # fmt: skip
CRIME_FIRST = Rule(
    "违法行为涉嫌犯罪的，应当及时移送司法机关，不得以行政处罚代替", LAW,
    "第八条、第二十七条、第五十七条", lambda case, facts: not case.detail.crime, since=SINCE,
)  # fmt: skip
NO_CRIME_FOUND = Rule(
    "发现涉嫌犯罪的，应当提请移送，不得就此终结调查", LAW, "第二十七条、第五十七条",
    lambda case, facts: not facts.get("crime"), asks=True, since=SINCE,
)  # fmt: skip
