"""救济途径: what a party is told it may do against a decision."""

from datetime import date
from typing import Any

from lawgov.units import scope
from lawgov.units.models import names

from .choices import Course

SPOT_FIRST_SINCE = date(2024, 1, 1)  # 行政复议法第二十三条第一款第一项
EITHER = (
    "如不服本决定，可以自收到决定书之日起六十日内向{above}申请行政复议，"
    "也可以自收到决定书之日起六个月内向人民法院提起行政诉讼。"
)
REVIEW_FIRST = (
    "如不服本决定，应当先自收到决定书之日起六十日内向{above}申请行政复议；"
    "对复议决定仍不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼。"
)


def told(case: Any, on: date) -> str:
    """Against a penalty given on the spot one goes to 复议 first."""
    spot = case.detail.course == Course.SIMPLE and on >= SPOT_FIRST_SINCE
    above = scope.street(case.unit)[:6]
    called = names([above]).get(above, "")
    return (REVIEW_FIRST if spot else EITHER).format(above=f"{called or '上级'}人民政府")
