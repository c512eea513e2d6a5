"""人民调解卷宗, as the binding room is told of it."""

from lawgov.casework.models import Case
from lawgov.dossiers.dossier import Dossier

from ..procedure import DISPUTE
from . import cover
from .contents import ORDER
from .demands import demands, end, missing


def needed(case: Case) -> dict[str, str]:
    return {str(demand.item): demand.basis for demand in demands(case)}


FILE = Dossier(
    kind=DISPUTE.kind,
    title=lambda case: "人民调解卷宗",
    noun="卷宗",
    order=ORDER,
    name=cover.name,
    cover=cover.rows,
    end=end,
    needed=needed,
    missing=missing,
)
