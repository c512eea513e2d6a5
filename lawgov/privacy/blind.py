"""A column that finds an exact value of its sealed neighbour without opening it."""

from typing import Any

from django.db import models

from .crypto import blind


class BlindField(models.CharField):
    """Kept in step with the field `of` at every write; never set by hand."""

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{"max_length": 64, "default": "", "editable": False, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, instance: Any, add: bool) -> str:
        text = getattr(instance, self.of)
        value = blind(text) if text else ""
        setattr(instance, self.attname, value)
        return value
