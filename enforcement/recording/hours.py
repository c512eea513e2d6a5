"""A time of day as people write it."""

import re

from django.core.exceptions import ValidationError

HOUR = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)", re.ASCII)


def hour(text: str) -> str:
    """14:30, with two digits each."""
    if not (found := HOUR.fullmatch(text)):
        raise ValidationError("应为时刻，如 14:30")
    return f"{int(found[1]):02}:{found[2]}"
