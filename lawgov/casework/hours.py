"""A time of day as a fact."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms

from .facts import Fact, Wrong

HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


@dataclass(frozen=True)
class Hour(Fact):
    def read(self, raw: Any) -> time:
        if isinstance(raw, time):
            return raw
        if not isinstance(raw, str) or not HOUR.fullmatch(raw):
            raise Wrong("应为时刻，如 09:30")
        return time.fromisoformat(raw)

    def field(self, case: Any = None) -> forms.Field:
        return forms.TimeField(widget=forms.TimeInput({"type": "time"}, "%H:%M"), **self.common())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": HOUR.pattern, "example": "09:30"}

    def kept(self, value: Any) -> Any:
        return value.strftime("%H:%M") if value else None
