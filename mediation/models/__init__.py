"""What a dispute has beyond a case: its own columns, and the records of its handling."""

from .agreement import Agreement, Draft, Signature
from .confirmation import Confirmation
from .dispute import Dispute
from .evidence import Evidence
from .performance import Fulfilment, Instalment
from .session import Investigation, Session
from .visit import Visit

__all__ = [
    "Agreement",
    "Confirmation",
    "Dispute",
    "Draft",
    "Evidence",
    "Fulfilment",
    "Instalment",
    "Investigation",
    "Session",
    "Signature",
    "Visit",
]
