"""Reports that nobody answered in time go up a level; at the street they are urged."""

from datetime import date, timedelta

import structlog
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused

from . import limits
from .procedure import WAITING, below_street

log = structlog.get_logger()
BATCH = 500


def move_on() -> int:
    """Take the step that is due on each late report; how many were taken."""
    late = Case.objects.filter(kind="code_report", state__in=WAITING, due_on__lt=localdate())
    steps = [(case, "climb" if below_street(case) else "urge") for case in late[:BATCH]]
    return sum(taken(case, step) for case, step in steps)


def close_unrated() -> int:
    """A reply that its reporter had time to rate rests."""
    replied = Case.objects.filter(kind="code_report", state="replied").select_related("code_report")
    found = replied.filter(code_report__replied_on__lt=localdate())
    return sum(taken(case, "lapse") for case in found.iterator() if is_over(case))


def is_over(case: Case) -> bool:
    replied: date = case.detail.replied_on
    return replied + timedelta(days=limits.RATE.on(case.unit, replied)) < localdate()


def taken(case: Case, step: str) -> bool:
    """A report that cannot move on does not hold up the others."""
    try:
        case.take(step, by=None)
    except StepRefused:  # answered meanwhile
        return False
    except Exception as error:
        log.exception("code_report_stuck", case=case.pk, error=type(error).__name__)
        return False
    return True
