"""How a dispute moves: up and down the ladder, to another unit, to another handler."""

from typing import Any

from lawgov.handovers import steps as handing
from lawgov.people.models import Role

from . import limits
from .rules import mediating as rules
from .states import ALL, OPEN, WAYS


def arrive(case: Any, facts: Any) -> dict[str, Any]:
    """At its new desk the dispute is assigned anew."""
    return {**handing.arrive(case, facts), "mediator_kind": ""}


STEPS = {
    **handing.handshake(WAYS, OPEN, ALL, arrive),
    **handing.transfer(
        OPEN, (Role.JUSTICE,), (Role.LEADER,), (rules.SUCCESSOR,),
        sets=lambda case, facts: {"mediator_kind": facts["handler"].mediator_kind},
    ),
}  # fmt: skip
CLOCKS = (handing.clock(WAYS, limits.OFFER),)
