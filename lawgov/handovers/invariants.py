"""What must always hold between a case, its events and its handovers; read by `verify`."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from lawgov.casework.models import Case, Event
from lawgov.casework.procedure import PROCEDURES

from .models import Handover
from .steps import offered


def agree() -> Iterator[str]:
    yield from copies()
    yield from events()


def copies() -> Iterator[str]:
    """A case is offered to whom its waiting row names, and from the desk it lies on."""
    said = Case.objects.exclude(offered_to="").values_list("pk", "desk", "offered_to")
    rows = Handover.objects.waiting().values_list("case", "from_unit", "to_unit")
    for case, *_ in sorted(set(said) ^ set(rows)):
        yield f"案件 {case} 的移交对象与移交记录不符"


def offering() -> Q:
    """The events that offer a case, of every kind."""
    q = Q(pk__in=[])
    for kind, procedure in PROCEDURES.items():
        q |= Q(kind=kind, step__in=[n for n, s in procedure.steps.items() if s.sets is offered])
    return q


def events() -> Iterator[str]:
    """Each offering event has its row, and each row its event."""
    row = Handover.objects.filter(case=OuterRef("case"), seq=OuterRef("seq"), step=OuterRef("step"))
    event = Event.objects.filter(case=OuterRef("case"), seq=OuterRef("seq"), step=OuterRef("step"))
    for case, seq in Event.objects.filter(offering(), ~Exists(row)).values_list("case", "seq"):
        yield f"案件 {case} 第{seq}条办理记录没有移交记录"
    for case, seq in Handover.objects.filter(~Exists(event)).values_list("case", "seq"):
        yield f"案件 {case} 的移交记录（序号{seq}）没有办理记录"
