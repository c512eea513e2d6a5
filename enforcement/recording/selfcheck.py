"""What a record lacks by its own data: nobody has to look at it to see so."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from enforcement.officers.certified import certified

from . import limits
from .choices import FEW, LATE, UNTOLD, Form


def found(unit: str, record: Mapping[str, Any], today: date) -> list[str]:
    """The codes of the defects."""
    is_media = record["form"] == Form.MEDIA
    marks = {
        FEW: is_media and in_view(unit, record) < limits.IN_VIEW.on(unit),
        UNTOLD: is_media and not record.get("told"),
        LATE: today - record["shot_on"] > timedelta(days=limits.UPLOAD.on(unit)),
    }
    return [code for code, holds in marks.items() if holds]


def in_view(unit: str, record: Mapping[str, Any]) -> int:
    """How many of those in view held a certificate on the day: helpers do not count."""
    held = {user.pk for user in certified(unit, record["shot_on"])}
    return len(held.intersection(user.pk for user in record.get("in_view", ())))
