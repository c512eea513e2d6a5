"""办案期限预警: a case that is still undecided some days before its ninety are over is told of."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate

from lawgov.casework import outbox
from lawgov.casework.models import Case, Outbox
from lawgov.notices.models import What
from lawgov.notices.telling import News, spread
from lawgov.notices.who import Circle
from lawgov.people.models import Role

from .states import UNDECIDED

LEFT = (30, 15, 5)  # days left of the ninety: on the 60th, the 75th and the 85th
LABEL = "处罚办案期限"
TOPIC = "penalty.warning"
CHUNK = 200


def begin() -> None:
    """Have the worker go through the cases, a chunk at a time."""
    Outbox.objects.create(topic=TOPIC, payload={"after": 0})


@outbox.on(TOPIC)
def warn(payload: dict[str, Any]) -> None:
    circle = Circle()
    undecided = Case.objects.filter(kind="penalty", state__in=UNDECIDED, pk__gt=payload["after"])
    some = list(undecided.select_related("handler").order_by("pk")[:CHUNK])
    spread([news for case in some for news in about(case, circle)])
    if len(some) == CHUNK:
        Outbox.objects.create(topic=TOPIC, payload={"after": some[-1].pk})


def about(case: Case, circle: Circle) -> list[News]:
    """The last mark that was passed, for who handles the case and for the head."""
    due = next((clock.due for clock in case.clocks() if clock.clock.label == LABEL), None)
    passed = [left for left in LEFT if due and localdate() >= due - timedelta(days=left)]
    if not passed or due is None:
        return []
    heads = circle.seeing(case, circle.nearest(case.desk, frozenset({Role.ENFORCEMENT_HEAD})))
    key = f"penalty-warning:{case.pk}:{passed[-1]}:{due}"
    return [News(What.NEAR, [*circle.turn(case), *heads], case, key, due)]
