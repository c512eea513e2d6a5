"""What is asked after an agreement: 司法确认."""

from typing import Any

from lawgov.casework.procedure import Rule
from lawgov.workdays import calendar

from ..choices import AgreementKind
from .law import MEDIATION_LAW, Facts

CONFIRM_DAYS = 30  # calendar days, 人民调解法第三十三条、民事诉讼法第二百零五条


def in_confirm_window(case: Any, facts: Facts) -> bool:
    written = [a for a in case.part("agreements") if a.form == AgreementKind.WRITTEN]
    if not written or not written[-1].effective_on:
        return False
    effective = written[-1].effective_on
    last = calendar.add(effective, CONFIRM_DAYS, working=False).day
    return bool(effective <= facts["on"] <= last)


JOINTLY = Rule(
    "司法确认须由双方当事人共同申请",
    MEDIATION_LAW,
    "第三十三条",
    lambda case, facts: bool(facts.get("jointly")),
    asks=True,
)
CONFIRM_IN_TIME = Rule(
    f"司法确认应自书面协议生效之日起{CONFIRM_DAYS}日内申请",
    MEDIATION_LAW + "第三十三条、《民事诉讼法》",
    "第二百零五条",
    in_confirm_window,
    asks=True,
)
