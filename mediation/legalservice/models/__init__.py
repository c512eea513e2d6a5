"""What the cases of public legal service have beyond a case."""

from .aid import AidRequest
from .consultation import Consultation
from .pact import Pact
from .point import PointVisit, ServicePoint

__all__ = ["AidRequest", "Consultation", "Pact", "PointVisit", "ServicePoint"]
