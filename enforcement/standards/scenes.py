"""音像记录事项清单: what is to be recorded in a unit on a day."""

from datetime import date

from .lines import nearest_each
from .models import SceneItem

__all__ = ["SceneItem", "held", "required"]


def held(unit: str, on: date | None = None) -> list[SceneItem]:
    return nearest_each(SceneItem, unit, on)


def required(unit: str, on: date | None = None) -> list[SceneItem]:
    """Those without which a file is not complete; a step that is not taken needs none."""
    return [scene for scene in held(unit, on) if scene.compulsory]
