"""Year, quarter and month as half-open days of Asia/Shanghai, with the day they are read at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localdate, make_aware

from lawgov.casework.refusals import BadFacts

FIRST_YEAR = 1949
PARTS = {
    **{f"Q{n}": (3 * n - 2, 3) for n in range(1, 5)},
    **{f"{n:02}": (n, 1) for n in range(1, 13)},
}
WORDS = {
    "": "全年",
    **{f"Q{n}": f"第{n}季度" for n in range(1, 5)},
    **{f"{n:02}": f"{n}月" for n in range(1, 13)},
}


@dataclass(frozen=True)
class Period:
    """What counts: from `since` up to and without `end`, as it was known on `as_of`."""

    since: date
    until: date
    as_of: date
    part: str = ""  # "Q1" to "Q4", "01" to "12", or the whole year

    @classmethod
    def of(cls, year: int, part: str = "", as_of: date | None = None) -> Period:
        month, length = PARTS.get(part, (1, 12))
        since = date(year, month, 1)
        return cls(since, months_later(since, length), as_of or localdate(), part)

    @classmethod
    def read(cls, year: str, part: str = "", as_of: str = "") -> Period:
        """A period as it is asked for. Raises BadFacts with the field and the reason."""
        if part and part not in PARTS:
            raise BadFacts({"period": ["应为 Q1 至 Q4 或 01 至 12，空为全年"]})
        period = cls.of(read_year(year), part, read_day(as_of))
        if period.as_of < period.since:
            raise BadFacts({"as_of": ["不能早于统计期的第一天"]})
        return period

    @property
    def year(self) -> int:
        return self.since.year

    @property
    def end(self) -> date:
        return min(self.until, self.as_of + timedelta(days=1))

    @property
    def last(self) -> date:
        """The day on which stocks are counted."""
        return self.end - timedelta(days=1)

    @property
    def deadline(self) -> datetime | None:
        """What was done after it is not known yet; nothing is later than today."""
        if self.as_of >= localdate():
            return None
        return make_aware(datetime.combine(self.as_of + timedelta(days=1), time()))

    @property
    def whole_year(self) -> Period:
        return Period.of(self.year, as_of=self.as_of)

    @property
    def year_before(self) -> Period:
        """The same days a year earlier, so that a year to date is not held against a whole one."""
        return Period(a_year_earlier(self.since), a_year_earlier(self.end), self.as_of, self.part)

    @property
    def months(self) -> list[Period]:
        """Its months, as far as they have begun."""
        length = PARTS.get(self.part, (1, 12))[1]
        begun = (months_later(self.since, n) for n in range(length))
        return [self.of(m.year, f"{m.month:02}", self.as_of) for m in begun if m < self.end]

    def __str__(self) -> str:
        return f"{self.year}年{WORDS[self.part] if self.part else ''}"


def months_later(day: date, n: int) -> date:
    months = day.month - 1 + n
    return date(day.year + months // 12, months % 12 + 1, 1)


def a_year_earlier(day: date) -> date:
    """For bounds: 29 February, as an end not itself counted, becomes 1 March."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 3, 1)
    return day.replace(year=day.year - 1)


def read_year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) < FIRST_YEAR:
        raise BadFacts({"year": [f"应为{FIRST_YEAR}年以后的四位年份"]})
    if int(text) > localdate().year:
        raise BadFacts({"year": [f"{text}年尚未开始"]})
    return int(text)


def read_day(text: str) -> date:
    if not text:
        return localdate()
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise BadFacts({"as_of": ["应为 2026-01-31 这样的日期"]})
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadFacts({"as_of": ["没有这一天"]}) from error
    if day > localdate():
        raise BadFacts({"as_of": ["不能晚于今天"]})
    return day
