"""How a dispute moves: on the ladder, to another unit, handler or agency; 督办."""

from typing import Any

from lawgov.handovers import referring
from lawgov.handovers import steps as handing
from lawgov.people.models import Role
from lawgov.tasks import urging

from . import dispatching, limits
from .rules import dispatching as given
from .rules import linking as rules
from .rules.standing import POLICE_TOLD
from .states import ALL, KEPT, OFFICE, OPEN, WAYS

PARTS = {**handing.PARTS, **referring.PARTS, **urging.PARTS}


def arrive(case: Any, facts: Any) -> dict[str, Any]:
    """At its new desk the dispute is assigned anew."""
    return {**handing.arrive(case, facts), "mediator_kind": "", "taken_on": None}


STEPS = {
    **handing.handshake(WAYS, OPEN, ALL, arrive),
    **handing.transfer(
        OPEN, (Role.JUSTICE,), (Role.LEADER,), (given.SUCCESSOR, given.NOT_RECUSED),
        sets=dispatching.transferred,
    ),
    **referring.brought(("registered",), ALL, OFFICE, "rejected", (POLICE_TOLD,)),
    **referring.invited(OPEN, OFFICE),
    **referring.sent(OPEN, OFFICE, "referred", (POLICE_TOLD,), (rules.BY_THE_STREET,)),
    **referring.afterwards(KEPT, OFFICE),
    **urging.steps(
        OPEN, (Role.JUSTICE,), OFFICE, leads=(Role.LEADER,), bars=rules.handles, until=KEPT
    ),
}  # fmt: skip
CLOCKS = (
    handing.clock(WAYS, limits.OFFER),
    *referring.CLOCKS,
    urging.clock(()),
)
