"""The light of a clock: a colour, and always the words that say the same."""

from datetime import date
from typing import NamedTuple

from django.utils.timezone import localdate

from lawgov.workdays import calendar

from ..limits import NEAR
from ..models import Case


class Light(NamedTuple):
    colour: str
    words: str


PAUSED = Light("grey", "中止")
NO_CLOCK, OVER = Light("grey", "无期限"), Light("grey", "已办结")


def of_case(case: Case) -> Light:
    """The light of its nearest clock, or why it has none."""
    if case.due_on is None and case.due_clock:
        return PAUSED
    return light(case.due_on, bool(case.closed_on))


def light(due: date | None, is_over: bool = False) -> Light:
    today = localdate()
    if due is None:
        return OVER if is_over else NO_CLOCK
    if due < today:
        return Light("red", f"逾期{(today - due).days}天")
    if due == today:
        return Light("yellow", "今天到期")
    left = calendar.between(today, due, working=True)
    return Light("green" if left > NEAR.on() else "yellow", f"剩{left}个工作日")
