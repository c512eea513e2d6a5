from .case import Case, CaseQuerySet, Sensitivity
from .entry import Entry, EntryQuerySet
from .event import Event, EventQuerySet
from .parts import Attachment, Link, Relation
from .store import Counter, Idempotency, Outbox

__all__ = [
    "Attachment",
    "Case",
    "CaseQuerySet",
    "Counter",
    "Entry",
    "EntryQuerySet",
    "Event",
    "EventQuerySet",
    "Idempotency",
    "Link",
    "Outbox",
    "Relation",
    "Sensitivity",
]
