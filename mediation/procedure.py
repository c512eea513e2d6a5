"""What can happen to a dispute: from 登记 to 归档, stage by stage, in one table."""

from lawgov.casework import common
from lawgov.casework.procedure import Procedure
from lawgov.documents import steps as documents
from lawgov.parties import steps as parties
from lawgov.people.models import Role

from . import (
    agreeing,
    conferring,
    confirming,
    dispatching,
    drafting,
    endangered,
    filing,
    following,
    grading,
    helping,
    leading,
    linking,
    mediating,
    opening,
    routing,
    teaming,
)
from .states import ALL, COLOURS, KEPT, OFFICE, OPEN, STATES

STAGES = (
    opening,
    grading,
    endangered,
    routing,
    dispatching,
    teaming,
    conferring,
    mediating,
    drafting,
    agreeing,
    following,
    confirming,
    linking,
    leading,
    helping,
)
STEPS = {
    **{name: step for stage in STAGES for name, step in stage.STEPS.items()},
    **parties.papers(ALL, OPEN),
    **common.papers(ALL, KEPT),
    **documents.papers("dispute", OFFICE, KEPT),
}

DISPUTE = Procedure(
    kind="dispute",
    label="纠纷",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    trusted=(Role.JUSTICE, Role.LEADER),
    clocks=tuple(clock for stage in STAGES for clock in stage.CLOCKS),
    detail="mediation.Dispute",
    parts={
        **parties.PARTS,
        **common.PARTS,
        **endangered.PARTS,
        **linking.PARTS,
        **routing.PARTS,
        **conferring.PARTS,
        **documents.PARTS,
        **leading.PARTS,
        **filing.PARTS,
        "investigations": "mediation.Investigation",
        "evidence": "mediation.Evidence",
        "recusals": "mediation.Recusal",
        "team": "mediation.TeamMember",
        "sessions": "mediation.Session",
        "drafts": "mediation.Draft",
        "signatures": "mediation.Signature",
        "agreements": "mediation.Agreement",
        "instalments": "mediation.Instalment",
        "performances": "mediation.Fulfilment",
        "visits": "mediation.Visit",
        "confirmations": "mediation.Confirmation",
    },
    searched=("summary", "place"),
    counts={"type": "type", "facet": "mediator_kind", "amount": "amount"},
)
