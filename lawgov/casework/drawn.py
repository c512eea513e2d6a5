"""A signature: drawn by hand on the screen, or brought as a scan of the paper."""

from dataclasses import dataclass
from typing import Any

from django import forms

from .upload import Files, Picker


class Pad(Picker):
    """A field to write in with a finger; what is written is sent as a picture, as any file is."""

    template_name = "casework/_drawn.html"


@dataclass(frozen=True)
class Drawn(Files):
    def field(self, case: Any = None) -> forms.Field:
        widget = Pad(attrs={"accept": "image/*,.pdf", "multiple": True})
        return forms.FileField(widget=widget, **self.common())
