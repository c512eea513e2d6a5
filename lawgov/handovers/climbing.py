"""Offers that nobody answered in time: on to the next level, or urged where there is none; and
agencies that owe an answer."""

from typing import Any

import structlog
from django.db.models import QuerySet
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.paging import page
from lawgov.casework.refusals import StepRefused

from . import referring
from .models import Handover, Referral
from .steps import CLIMB, URGE, climbs, next_level

BATCH = 200
log = structlog.get_logger()


def late() -> QuerySet[Handover]:
    found = Handover.objects.waiting().filter(urged_on=None, due_on__lt=localdate())
    return found.select_related("case").order_by("due_on", "pk")


def move_on() -> int:
    """Take the step that is due on every late offer; how many were taken."""
    done, mark = 0, ""
    while True:
        found = page(late(), mark, "due_on", BATCH, rising=True)
        done += sum(moved(row) for row in found.rows)
        if not found.next:
            return done
        mark = found.next


def press() -> int:
    """Urge the answers that agencies, or we to them, have owed too long; how many cases."""
    owed = Referral.objects.waiting().filter(urged_on=None, due_on__lt=localdate())
    cases = Case.objects.filter(pk__in=owed.values("case")).order_by("pk")
    return sum(taken(case, referring.URGE) for case in cases.iterator(BATCH))


def moved(row: Handover) -> bool:
    case = row.case
    if climbs(case):
        return taken(case, CLIMB, to=next_level(case))
    return taken(case, URGE)


def taken(case: Case, step: str, **facts: Any) -> bool:
    """A case that cannot move on does not hold up the others."""
    try:
        case.take(step, by=None, **facts)
    except StepRefused:  # answered meanwhile
        return False
    except Exception as error:
        log.exception("handover_stuck", case=case.pk, error=type(error).__name__)
        return False
    return True
