from .case import PenaltyCase, Recusal
from .deciding import Decision, Defence, Discussion, Draft, Hearing
from .evidence import Evidence, Inquiry, Measure
from .executing import Delivery, Instalment, Payment, Remedy, Surcharge

__all__ = [
    "Decision",
    "Defence",
    "Delivery",
    "Discussion",
    "Draft",
    "Evidence",
    "Hearing",
    "Inquiry",
    "Instalment",
    "Measure",
    "Payment",
    "PenaltyCase",
    "Recusal",
    "Remedy",
    "Surcharge",
]
