"""案卷评分细则: the marks of a unit on a day, as a whole."""

from datetime import date

from .lines import nearest_whole
from .models import RubricItem

__all__ = ["RubricItem", "held"]


def held(unit: str, on: date | None = None) -> list[RubricItem]:
    return nearest_whole(RubricItem, unit, on)
