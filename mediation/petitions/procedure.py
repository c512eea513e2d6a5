"""What can happen to a petition: from 登记 to 复核 and 归档, by 信访工作条例."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.procedure import Procedure
from lawgov.handovers import steps as handing
from lawgov.parties import steps as parties
from lawgov.people.models import Role
from lawgov.tasks import urging
from mediation import leading
from mediation.states import ALL

from . import ending, handling, opening
from .states import CLOSING, COLOURS, KEPT, OPEN, STAFF, STATES

STAGES = (opening, handling, ending)
STEPS = {
    **{name: step for stage in STAGES for name, step in stage.STEPS.items()},
    **leading.steps((Role.JUSTICE, Role.LEADER), OPEN, STAFF),
    **urging.steps(OPEN, (Role.LEADER, Role.JUSTICE), STAFF),
    **parties.papers(STAFF, OPEN),
    **common.papers(STAFF, KEPT),
}
CLOCKS = (
    *(clock for stage in STAGES for clock in stage.CLOCKS),
    leading.clock(*CLOSING),
    urging.clock(CLOSING),
)


def for_dispute(case: Any) -> dict[str, Any]:
    """What a dispute begins with that comes of a petition (访调对接)."""
    return {"title": case.title, "channel": "petition", "summary": case.detail.summary}


PETITION = Procedure(
    kind="petition",
    label="信访事项",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    trusted=(Role.JUSTICE, Role.LEADER),
    clocks=CLOCKS,
    detail="petitions.Petition",
    parts={
        **parties.PARTS,
        **common.PARTS,
        **handing.PARTS,
        **leading.PARTS,
        **urging.PARTS,
        "works": "petitions.Work",
    },
    searched=("summary",),
    counts={"type": "type", "facet": "standing"},
)
