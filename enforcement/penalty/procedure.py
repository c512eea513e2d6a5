"""What can happen to a penalty case: from 登记 to 归档, stage by stage, in one table."""

from enforcement.recording import steps as recording
from lawgov.casework import common
from lawgov.casework.procedure import Procedure
from lawgov.documents import steps as documents
from lawgov.parties import steps as parties
from lawgov.parties.models import Charged
from lawgov.people.models import Role

from . import deciding, evidence, executing, leavers, measures, opening, simple, transferring
from .states import BEFORE_FILING, COLOURS, FIELD, KEPT, READERS, STATES, UNDECIDED

STAGES = (opening, evidence, measures, simple, transferring, deciding, executing)
STEPS = {name: step for stage in STAGES for name, step in stage.STEPS.items()}

PENALTY = Procedure(
    kind="penalty",
    label="处罚案件",
    states=STATES,
    colours=COLOURS,
    steps={
        **STEPS,
        **leavers.STEPS,
        **parties.papers(FIELD, (*BEFORE_FILING, *UNDECIDED), Charged),
        **common.papers(FIELD, KEPT),
        **documents.papers("penalty", FIELD, KEPT),
        **recording.papers(FIELD, KEPT),
    },
    readers=READERS,
    trusted=(Role.ENFORCEMENT_HEAD, Role.REVIEWER, Role.JUSTICE, Role.LEADER),
    clocks=(*(clock for stage in STAGES for clock in stage.CLOCKS), recording.CLOCK),
    detail="penalty.PenaltyCase",
    parts={
        **parties.PARTS,
        **common.PARTS,
        **documents.PARTS,
        **recording.PARTS,
        "recusals": "penalty.Recusal",
        "inquiries": "penalty.Inquiry",
        "evidence": "penalty.Evidence",
        "measures": "penalty.Measure",
        "drafts": "penalty.Draft",
        "defences": "penalty.Defence",
        "discussions": "penalty.Discussion",
        "hearings": "penalty.Hearing",
        "decisions": "penalty.Decision",
        "deliveries": "penalty.Delivery",
        "payments": "penalty.Payment",
        "instalments": "penalty.Instalment",
        "surcharges": "penalty.Surcharge",
        "remedies": "penalty.Remedy",
    },
    searched=("summary", "place"),
    counts={"type": "object", "facet": "course", "amount": "objects_count"},
)
