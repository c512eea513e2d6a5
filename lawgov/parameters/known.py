"""Parameters: limits that no law fixes. Each app declares its own; a unit may set its value."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ImproperlyConfigured
from django.db.models.signals import post_save
from django.utils.timezone import localdate

from lawgov.kept import Kept
from lawgov.units import scope

from .models import Value

SECONDS_KEPT = 10  # another process sees a new value within these
Dated = list[tuple[date, int]]


def read() -> dict[tuple[str, str], Dated]:
    """By parameter and unit, oldest first; of two for one day the later written stands last."""
    rows = Value.objects.order_by("since", "pk").values_list("parameter", "unit", "since", "value")
    found: dict[tuple[str, str], Dated] = defaultdict(list)
    for parameter, unit, since, value in rows:
        found[parameter, unit].append((since, value))
    return dict(found)


remembered = Kept(read, SECONDS_KEPT)
post_save.connect(remembered.changed, sender=Value)

PARAMETERS: dict[str, "Parameter"] = {}


@dataclass(frozen=True)
class Parameter:
    """A number with its measure and bounds; `default` holds where and as long as none is set."""

    code: str
    label: str
    default: int
    measure: str
    least: int
    most: int
    basis: str = "平台办理规则"
    everywhere: bool = False  # one value for all units

    def __post_init__(self) -> None:
        if self.code in PARAMETERS:
            raise ImproperlyConfigured(f"参数代码重复：{self.code}")
        PARAMETERS[self.code] = self

    def on(self, unit: str = scope.NATION, day: date | None = None) -> int:
        """The value on a day: that of the nearest unit which has set one by then."""
        day, known = day or localdate(), remembered()
        for code in (unit, *reversed(scope.ancestors(unit))) if known else ():
            held = [value for since, value in known.get((self.code, code), ()) if since <= day]
            if held:
                return held[-1]
        return self.default

    def words(self, value: int) -> str:
        return f"{value}{self.measure}"
