"""裁量基准: the bands of a power in a unit on a day; the nearest unit's set holds as a whole."""

from datetime import date

from .choices import Penalty
from .lines import by_code, nearest_whole
from .models import DiscretionBand
from .shown import yuan

__all__ = ["DiscretionBand", "choices_for", "find", "held"]


def held(
    unit: str, power: str, party_kind: str = "", on: date | None = None
) -> list[DiscretionBand]:
    """Those for every kind of party and those for this one; of all, if none is named."""
    rows = nearest_whole(DiscretionBand, unit, on, power=power)
    return [row for row in rows if not party_kind or row.party_kind in ("", party_kind)]


def told(row: DiscretionBand) -> str:
    """With what it allows: whoever chooses one must know between which sums."""
    kinds = "、".join(str(Penalty(kind).label) for kind in row.kinds)
    fine = f"{yuan(row.least)}－{yuan(row.most)}元" if Penalty.FINE in row.kinds else ""
    return f"{row.label}（{kinds}{fine}）"


def choices_for(
    unit: str, power: str, party_kind: str = "", on: date | None = None
) -> list[tuple[str, str]]:
    return [(row.code, told(row)) for row in held(unit, power, party_kind, on)]


def find(
    unit: str, power: str, code: str, on: date | None = None, party_kind: str = ""
) -> DiscretionBand | None:
    found: DiscretionBand | None = by_code(held(unit, power, party_kind, on), code)
    return found
