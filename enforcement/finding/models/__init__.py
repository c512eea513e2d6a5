from .campaign import Campaign, Checkpoint, Partner
from .finding import Finding
from .hazard import Hazard
from .inspection import Inspection, Result
from .lead import FieldPriority, Lead
from .measures import RemoteCheck, SoftMeasure
from .plan import InspectionPlan, PlanItem

__all__ = [
    "Campaign",
    "Checkpoint",
    "FieldPriority",
    "Finding",
    "Hazard",
    "Inspection",
    "InspectionPlan",
    "Lead",
    "Partner",
    "PlanItem",
    "RemoteCheck",
    "Result",
    "SoftMeasure",
]
