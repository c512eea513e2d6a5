"""What time brings about: a plan sets out on its first day, and who lacks rounds is told."""

from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from lawgov.casework import inbox, outbox
from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.notices.models import What, due_key
from lawgov.notices.telling import News, spread
from lawgov.workdays import calendar

from .plans import PLAN
from .progress import lacking


@outbox.on(PLAN.kind)
def set_out_at_once(payload: dict[str, Any]) -> None:
    """A plan that begins today waits for no morning."""
    if payload["step"] == "deploy":
        set_out(Case.objects.filter(pk=payload["case"]))


def set_out(plans: QuerySet[Case]) -> None:
    for case in plans.filter(state="deployed", round_plan__since__lte=localdate()):
        try:
            case.take("set_out", by=None)
        except StepRefused:  # somebody withdrew it meanwhile, or it has set out
            continue


def begin() -> None:
    """In the morning: plans of today set out, and the walkers of grids that lack rounds are told
    while there is still time, and once it has run out."""
    set_out(Case.objects.filter(kind=PLAN.kind))
    if calendar.is_workday(localdate()):
        walking = Case.objects.filter(kind=PLAN.kind, state="walking")
        near = walking.filter(due_on__lte=inbox.last_near(localdate()))
        spread([news for case in near.order_by("pk") if (news := reminder(case))])


def reminder(case: Case) -> News | None:
    left = lacking(case)
    to = {row.user_id for row in case.part("walks") if row.grid in left and row.user_id}
    if not to or not case.due_on:
        return None
    what = What.LATE if case.due_on < localdate() else What.NEAR
    return News(what, sorted(to), case, due_key(f"walk-{what}", case, case.due_on), case.due_on)
