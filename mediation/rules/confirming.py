"""What the law asks before a court confirms or enforces an agreement, or police accept it."""

from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.workdays import calendar

from ..choices import CourtGround
from .agreed import confirmation, written
from .law import CIVIL_PROCEDURE, MEDIATION_LAW, PUBLIC_ORDER, Facts

CONFIRM_DAYS = 30  # calendar days, 人民调解法第三十三条、民事诉讼法第二百零五条
ENFORCE_YEARS = 2  # 民事诉讼法第二百五十条
COURT = "court"  # the channel of a dispute that a court gave to mediation (诉调)


def in_confirm_window(case: Any, facts: Facts) -> bool:
    agreement = written(case)
    if not agreement:
        return False
    last = calendar.add(agreement.effective_on, CONFIRM_DAYS, working=False).day
    return bool(agreement.effective_on <= facts["on"] <= last)


def years_after(day: date, years: int) -> date:
    """The same day of a later year; 29 February ends with its month."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)


def in_enforce_window(case: Any, facts: Facts) -> bool:
    return bool(facts["on"] <= confirmation(case).enforce_by)


JOINTLY = Rule(
    "司法确认须由双方当事人共同申请",
    MEDIATION_LAW,
    "第三十三条",
    lambda case, facts: bool(facts.get("jointly")),
    asks=True,
)
CONFIRM_IN_TIME = Rule(
    f"司法确认应自书面协议生效之日起{CONFIRM_DAYS}日内申请",
    MEDIATION_LAW + "第三十三条、" + CIVIL_PROCEDURE,
    "第二百零五条",
    in_confirm_window,
    asks=True,
)
COURT_FITS = Rule(
    "人民法院邀请调解的，向作出邀请的人民法院申请；自行开展的调解，向当事人住所地、标的物所在地、"
    "调解组织所在地的基层人民法院申请，应由中级人民法院管辖的向相应的中级人民法院申请",
    CIVIL_PROCEDURE,
    "第二百零五条",
    lambda case, facts: (facts["ground"] == CourtGround.INVITED) == (case.channel == COURT),
    asks=True,
)
PLEDGED = rule_of_house(
    "申请司法确认应提交双方当事人签署的承诺书",
    lambda case, facts: bool(facts.get("pledged")),
    asks=True,
)
ENFORCE_IN_TIME = Rule(
    "申请执行的期间为二年，自履行期间的最后一日起计算",
    CIVIL_PROCEDURE,
    "第二百五十条",
    in_enforce_window,
    asks=True,
)
PERFORMED_FIRST = Rule(
    "经人民调解达成协议并已履行的，方可申请公安机关认可",
    PUBLIC_ORDER,
    "第九条",
    lambda case, facts: case.detail.performed_on is not None,
    since=date(2026, 1, 1),
)
ASKED_IN_WRITING = Rule(
    "当事人应书面申请公安机关认可",
    PUBLIC_ORDER,
    "第九条",
    lambda case, facts: bool(facts.get("in_writing")),
    asks=True,
    since=date(2026, 1, 1),
)
