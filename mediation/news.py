"""Who is told of a dispute: of a 督办, and of an agency that owes an answer."""

from lawgov.casework.models import Event
from lawgov.handovers import referring
from lawgov.notices import lines, who
from lawgov.notices.models import What
from lawgov.tasks import news
from lawgov.tasks.urging import ORDER
from lawgov.units import scope

from .states import OFFICE


def and_above(event: Event) -> list[int]:
    """Whose turn it is, and the level above: what nobody answers climbs."""
    case, circle = event.case, who.Circle()
    upper = circle.nearest(scope.parent(case.desk), OFFICE)
    return [*who.turn(event), *circle.seeing(case, upper)]


def announce(kind: str) -> None:
    news.urges(kind, ORDER)
    lines.add(kind, referring.URGE, What.URGED, and_above)
