"""What a dispute has beyond a case: its own columns, and the records of its handling."""

from .agreement import Agreement, Draft, Signature
from .charge import Charge, ChargeWork
from .confirmation import Confirmation
from .course import Course
from .danger import Danger
from .dispute import Dispute
from .evidence import Evidence
from .filing import FileNote
from .performance import Fulfilment, Instalment
from .plan import Plan
from .recusal import Recusal
from .session import Investigation, Session
from .team import TeamMember
from .visit import Visit

__all__ = [
    "Agreement",
    "Charge",
    "ChargeWork",
    "Confirmation",
    "Course",
    "Danger",
    "Dispute",
    "Draft",
    "Evidence",
    "FileNote",
    "Fulfilment",
    "Instalment",
    "Investigation",
    "Plan",
    "Recusal",
    "Session",
    "Signature",
    "TeamMember",
    "Visit",
]
