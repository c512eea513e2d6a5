"""What a dispute has beyond a case: its own columns, and the records of its handling."""

from .agreement import Agreement
from .dispute import Dispute
from .session import Session
from .visit import Visit

__all__ = ["Agreement", "Dispute", "Session", "Visit"]
