"""What courts and police make of an agreement: 司法确认, 申请执行, 公安认可."""

from datetime import date
from typing import Any

from lawgov.casework.facts import Choice, Day, Flag, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.casework.upload import Files

from .choices import CourtGround, PoliceAnswer, Ruling
from .files import filed
from .rules import confirming as rules
from .rules.agreed import confirmation, in_force, instalments, last_day, written
from .rules.law import CIVIL_PROCEDURE, MEDIATION_LAW
from .rules.mediating import IN_ROOM
from .states import OFFICE, SETTLED, UNPERFORMED


def applied(case: Any, facts: Any) -> dict[str, Any]:
    return {"confirmed_on": facts["on"], "agreement_ordinal": written(case).ordinal}


def enforce_by(case: Any, facts: Any) -> date | None:
    """Two years from the last day on which something is owed (民事诉讼法第二百五十条)."""
    if facts["ruling"] != Ruling.VALID:
        return None
    return rules.years_after(last_day(in_force(case), instalments(case)), rules.ENFORCE_YEARS)


def ruled(case: Any, facts: Any) -> dict[str, Any]:
    day = enforce_by(case, facts)
    return {
        **filed(case, facts, "司法确认裁定书"),
        **({"enforce_by": day} if day else {}),
    }


def ruling(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = confirmation(case)
    row.ruling, row.ruled_on = facts["ruling"], facts["on"]
    row.ruling_number, row.enforce_by = facts["ruling_number"], enforce_by(case, facts)
    return [(row, ["ruling", "ruled_on", "ruling_number", "enforce_by"])]


def enforced(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = confirmation(case)
    row.enforced_on = facts["on"]
    return [(row, ["enforced_on"])]


def awaits_ruling(case: Any) -> bool:
    row = confirmation(case)
    return row is not None and not row.ruling


def is_enforceable(case: Any) -> bool:
    row = confirmation(case)
    return row is not None and row.ruling == Ruling.VALID and row.enforced_on is None


STEPS = {
    "confirm": Step(
        "申请司法确认", SETTLED, "", OFFICE,
        {
            "on": Day("申请日期"),
            "court": Text("受理法院", most=100),
            "ground": Choice("管辖依据", choices=CourtGround),
            "jointly": Flag("双方当事人共同申请"),
            "pledged": Flag("双方已签承诺书", help="自愿、无串通、不损害他人"),
        },
        (rules.JOINTLY, rules.CONFIRM_IN_TIME, rules.COURT_FITS, rules.PLEDGED),
        part="confirmations", sets=applied, fits=lambda case: confirmation(case) is None,
    ),
    "record_ruling": Step(
        "登记司法确认裁定", SETTLED, "", OFFICE,
        {
            "ruling": Choice("裁定", choices=Ruling),
            "ruling_number": Text("裁定书文号", most=100),
            "on": Day("裁定日期"),
            "file": Files("裁定书", required=False),
        },
        IN_ROOM, sets=ruled, alters=ruling, fits=awaits_ruling, style="primary",
    ),
    "apply_enforcement": Step(
        "登记申请执行", UNPERFORMED, "", OFFICE,
        {"on": Day("申请日期"), "court": Text("执行法院", most=100)},
        (rules.ENFORCE_IN_TIME,), alters=enforced, fits=is_enforceable,
    ),
    "record_police_answer": Step(
        "登记公安认可", SETTLED, "", OFFICE,
        {
            "police_answer": Choice("公安机关答复", choices=PoliceAnswer),
            "in_writing": Flag("当事人已书面申请"),
            "on": Day("答复日期"),
        },
        (rules.PERFORMED_FIRST, rules.ASKED_IN_WRITING),
        sets=lambda case, facts: {"police_answered_on": facts["on"]},
        fits=lambda case: case.channel == "police" and not case.detail.police_answer,
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "司法确认", rules.CONFIRM_DAYS, f"{MEDIATION_LAW}第三十三条",
        ("agree_written", "change_agreement"), ("confirm", "annul_agreement", "reopen"),
        window=True, told_day="effective_on",
    ),
    Clock(
        "申请执行", 0, f"{CIVIL_PROCEDURE}第二百五十条（两年）", ("record_ruling",),
        ("apply_enforcement", "perform", "change_agreement", "annul_agreement", "reopen"),
        window=True, told_day="enforce_by",
    ),
)  # fmt: skip
