"""How a report writes a number: 余, 近, 约, 不少于, 万; read as a value and an interval."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal, InvalidOperation
from enum import StrEnum

import cn2an
from django.conf import settings


class Hedge(StrEnum):
    EXACT = "exact"
    OVER = "over"
    ABOUT = "about"
    AT_MOST = "at_most"


LEAST, ABOVE, UPWARDS = ("不少于", "至少", "以上"), ("超过", "超", "逾"), ("上", "数", "几")
NEAR, BELOW, WITHIN = ("将近", "接近", "近"), ("不到", "不足"), ("不超过", "以内")
AROUND, PLAIN = ("大约", "约", "左右"), ("达到", "达", "共计", "共", "累计")
BEFORE = [*LEAST[:2], *ABOVE, *NEAR, *BELOW, WITHIN[0], *AROUND[:2], *PLAIN, *UPWARDS]
AFTER = ["以上", "以内", "左右"]
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
WRITTEN = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?"
    rf"(?P<numeral>[0-9.零〇一二两三四五六七八九廿卅十百千万亿]+)"
    rf"(?P<more>[余多几])?(?P<scale>[万亿]*)(?P<after>{'|'.join(AFTER)})?"
)


class UnreadableError(ValueError):
    """No number that we can read."""


@dataclass(frozen=True)
class Reading:
    """A number as written: its value, its hedge, and what it can stand for."""

    value: Decimal
    hedge: Hedge
    low: Decimal
    high: Decimal | None = None  # no bound
    open_low: bool = False
    open_high: bool = False

    def covers(self, number: Decimal | int) -> bool:
        if number < self.low or (self.open_low and number == self.low):
            return False
        if self.high is None:
            return True
        return number < self.high or (number == self.high and not self.open_high)


def read(written: str) -> Reading:
    """Read a number with its hedge word, without measure word. Raises UnreadableError."""
    text = re.sub(r"[\s,_]", "", unicodedata.normalize("NFKC", written))
    found = WRITTEN.fullmatch(text)
    if not found:
        raise UnreadableError(f"读不出数字：{written}")
    numeral, scale = found["numeral"], found["scale"]
    if re.fullmatch("[十百千万亿]+", numeral):
        numeral = f"一{numeral}"  # 百余, 上千, 十万
    value = number(numeral) * multiple(scale)
    word = found["before"] or found["after"] or ""
    if found["more"] and word not in UPWARDS:
        return Reading(value, Hedge.OVER, value, next_round(value), open_high=True)
    return interval(value, word, last_place(numeral + scale))


def interval(value: Decimal, word: str, place: Decimal) -> Reading:
    """The conventions; the two widths that no usage fixes are settings."""
    if word in LEAST:
        return Reading(value, Hedge.OVER, value)
    if word in ABOVE:
        return Reading(value, Hedge.OVER, value, open_low=True)
    if word in UPWARDS:
        return Reading(value, Hedge.OVER, value, 10 * value, open_high=True)
    if word in NEAR:
        return Reading(value, Hedge.AT_MOST, settings.FIGURE_NEAR * value, value)
    if word in BELOW or word in WITHIN:
        return Reading(value, Hedge.AT_MOST, Decimal(0), value, open_high=word in BELOW)
    if word in AROUND:
        width = settings.FIGURE_ABOUT * value
        return Reading(value, Hedge.ABOUT, value - width, value + width)
    if place == 1:
        return Reading(value, Hedge.EXACT, value, value)
    # 1.5万, 90.9: exact to the last place that is printed.
    return Reading(value, Hedge.EXACT, value - place / 2, value + place / 2, open_high=True)


def number(numeral: str) -> Decimal:
    digits = re.fullmatch(r"(?P<digits>[0-9]+(\.[0-9]+)?)(?P<scale>[十百千万亿]*)", numeral)
    if digits:
        return Decimal(digits["digits"]) * multiple(digits["scale"])
    try:
        return Decimal(str(cn2an.cn2an(numeral, "smart")))
    except (ValueError, InvalidOperation) as error:
        raise UnreadableError(f"读不出数字：{numeral}") from error


def multiple(scale: str) -> int:
    product = 1
    for word in scale:
        product *= SCALES[word]
    return product


def last_place(numeral: str) -> Decimal:
    """The worth of the last digit that is written in Arabic numerals; Chinese ones are whole."""
    found = re.fullmatch(r"[0-9]+(\.(?P<decimals>[0-9]+))?(?P<scale>[十百千万亿]*)", numeral)
    if not found:
        return Decimal(1)
    return Decimal(multiple(found["scale"])).scaleb(-len(found["decimals"] or ""))


def next_round(value: Decimal) -> Decimal:
    """Where 余 ends: 1200余 before 1300, 24余 before 30."""
    if value != value.to_integral_value():
        return value + Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value else 0
    step = Decimal(10) ** max(zeros, 1)
    return (value / step).to_integral_value(ROUND_FLOOR) * step + step
