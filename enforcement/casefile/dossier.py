"""行政处罚案卷, as the binding room is told of it."""

from enforcement.penalty.procedure import PENALTY
from lawgov.casework.models import Case
from lawgov.dossiers.dossier import Dossier

from . import cover
from .contents import ORDER
from .demands import demands, end_of, missing


def needed(case: Case) -> dict[str, str]:
    return {demand.slot: demand.article for demand in demands(case)}


FILE = Dossier(
    kind=PENALTY.kind,
    title=lambda case: "行政处罚案卷",
    noun="案卷",
    order=ORDER,
    name=cover.name,
    cover=cover.rows,
    end=lambda case: str(end_of(case).label),
    needed=needed,
    missing=missing,
)
