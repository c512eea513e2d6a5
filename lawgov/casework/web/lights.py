"""The light of a clock: a colour, and always the words that say the same."""

from datetime import date
from typing import NamedTuple

from django.utils.timezone import localdate

from lawgov.workdays import calendar

from ..limits import NEAR


class Light(NamedTuple):
    colour: str
    words: str


NO_CLOCK, OVER = Light("grey", "无期限"), Light("grey", "已办结")


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
