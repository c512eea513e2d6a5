from .case import PenaltyCase
from .deciding import Decision, Draft, Hearing
from .evidence import Evidence, Inquiry, Measure
from .executing import Delivery, Payment, Remedy

__all__ = [
    "Decision",
    "Delivery",
    "Draft",
    "Evidence",
    "Hearing",
    "Inquiry",
    "Measure",
    "Payment",
    "PenaltyCase",
    "Remedy",
]
