"""What a code says by itself: level, ancestors, and its subtree as a half-open range."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

NATION = "0"
STREET_DIGITS = 9

Span = tuple[str, str]


class Level(models.TextChoices):
    NATION = "nation", "全国"
    PROVINCE = "province", "省"
    CITY = "city", "市"
    COUNTY = "county", "区县"
    STREET = "street", "街镇"
    COMMUNITY = "community", "社区"
    GRID = "grid", "网格"

    @property
    def below(self) -> "Level | None":
        levels = list(Level)
        here = levels.index(self)
        return levels[here + 1] if here + 1 < len(levels) else None


DIGITS = {
    Level.NATION: 1,
    Level.PROVINCE: 2,
    Level.CITY: 4,
    Level.COUNTY: 6,
    Level.STREET: STREET_DIGITS,
    Level.COMMUNITY: 12,
    Level.GRID: 15,
}
LEVELS = {digits: level for level, digits in DIGITS.items()}


def level(code: str) -> Level:
    return LEVELS[len(code)]


def parent(code: str) -> str:
    """The code one level up; the nation has none."""
    if code == NATION:
        return ""
    shorter = [digits for digits in LEVELS if 1 < digits < len(code)]
    return code[: max(shorter)] if shorter else NATION


def ancestors(code: str) -> list[str]:
    """From the nation down to the parent."""
    chain: list[str] = []
    while code := parent(code):
        chain.insert(0, code)
    return chain


def street(code: str) -> str:
    return code[:STREET_DIGITS]


def span(code: str) -> Span:
    """The subtree as [low, high): ':' follows '9', so no carrying is needed."""
    return (NATION, ":") if code == NATION else (code, f"{code}:")


def covers(code: str, other: str) -> bool:
    low, high = span(code)
    return low <= other < high


def within(field: str, spans: Iterable[Span]) -> Q:
    """Codes in any of the ranges; no range covers nothing."""
    inside = Q()
    for low, high in spans:
        inside |= Q(**{f"{field}__gte": low, f"{field}__lt": high})
    return inside or Q(**{f"{field}__in": []})
