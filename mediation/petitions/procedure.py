"""What can happen to a petition: from 登记 to 复核 and 归档, by 信访工作条例."""

from dataclasses import replace
from typing import Any

from lawgov.casework import common
from lawgov.casework.procedure import Procedure, Step
from lawgov.handovers import steps as handing
from lawgov.parties import steps as parties
from lawgov.people.models import Role
from lawgov.tasks import urging
from mediation import leading
from mediation.states import ALL

from . import ending, handling, opening
from .choices import Purpose
from .rules import handling as rules
from .states import CLOSING, COLOURS, KEPT, OPEN, STAFF, STATES

STAGES = (opening, handling, ending)


def charging() -> dict[str, Step]:
    """领导包案; nobody answers for a petition that accuses them."""
    steps = leading.steps((Role.JUSTICE, Role.LEADER), OPEN, STAFF)
    charge = steps["put_in_charge"]
    guarded = replace(charge, rules=(*charge.rules, rules.NOT_TO_ACCUSED))
    return {**steps, "put_in_charge": guarded}


STEPS = {
    **{name: step for stage in STAGES for name, step in stage.STEPS.items()},
    **charging(),
    **urging.steps(OPEN, (Role.LEADER, Role.JUSTICE), STAFF),
    **parties.papers(STAFF, OPEN),
    **common.papers(STAFF, KEPT),
}
CLOCKS = (
    *(clock for stage in STAGES for clock in stage.CLOCKS),
    leading.clock(*CLOSING),
    urging.clock(CLOSING),
)


def for_dispute(case: Any) -> dict[str, Any] | None:
    """What a dispute begins with that comes of a petition (访调对接); an accusation is none."""
    if case.detail.purpose == Purpose.ACCUSATION:
        return None
    return {
        "title": case.title, "channel": "petition", "summary": case.detail.summary,
        "sensitivity": case.sensitivity,
    }  # fmt: skip


PETITION = Procedure(
    kind="petition",
    label="信访事项",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    trusted=(Role.JUSTICE, Role.LEADER),
    kept_from=rules.accuses,
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
