"""权责清单: what a unit may do on a day."""

from datetime import date

from .choices import PowerKind
from .lines import by_code, nearest_each
from .models import PowerItem

__all__ = ["PowerItem", "find", "held"]


def held(unit: str, on: date | None = None, kind: str = PowerKind.PENALTY) -> list[PowerItem]:
    """The items in force in the unit; one of its own stands before one from above."""
    return nearest_each(PowerItem, unit, on, kind=kind)


def find(unit: str, code: str, on: date | None = None) -> PowerItem | None:
    found: PowerItem | None = by_code(nearest_each(PowerItem, unit, on, code=code), code)
    return found
