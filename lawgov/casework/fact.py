"""What a step may ask: the one declaration from which form, API, import and OpenAPI are derived."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms


class Wrong(Exception):  # noqa: N818 - it reads as the sentence it is
    """Why a value is not taken."""


@dataclass(frozen=True)
class Fact:
    """A value that a step asks for. `read` takes what came, of any door, and gives the value."""

    label: str
    required: bool = True
    help: str = ""
    plain = True  # may stand in an event as it is
    free = False  # free text: it can name people, so an event keeps it sealed

    def on(self, day: date) -> "Fact":
        """The fact as it stood on a day."""
        return self

    def read(self, raw: Any) -> Any:
        raise NotImplementedError

    def field(self, case: Any = None) -> forms.Field:
        """The control on a page; what it gives is read by `read`, as everything else."""
        return forms.CharField(**self.common())

    def common(self) -> dict[str, Any]:
        return {"label": self.label, "required": False, "help_text": self.help}

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}

    def kept(self, value: Any) -> Any:
        """The value as an event keeps it."""
        return value

    def shown(self, value: Any) -> str:
        """The value (as kept) in words."""
        return "" if value is None else str(value)

    def told(self, value: Any, case: Any) -> str:
        """The same in the history of a case, whose rows may say more."""
        return self.shown(value)


class Listed(Fact):
    """A value by its code in a table."""

    def codes(self) -> list[str]:
        """Those of every unit."""
        raise NotImplementedError
