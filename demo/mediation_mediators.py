"""The files of a street's mediators, a team for a dispute, and a batch of subsidies."""

from datetime import date, timedelta
from typing import Any

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import MediatorKind, Role
from mediation.mediators.choices import Answered, Grade, Origin

from .days import Watch
from .disputes import Desk
from .people import Worker

SINCE = date(2021, 7, 1)
CALLED = 3  # cases of the batch that were called back already
TEAM = (
    ("mediator", Role.MEDIATOR),
    ("grid_worker", Role.GRID_WORKER),
)


def enter(desk: Desk) -> None:
    files(desk)
    team(desk)
    subsidise(desk)


def files(desk: Desk) -> None:
    street = desk.street.code
    keeper = desk.cast.near(Role.JUSTICE, street)[0]
    batch = Batch()
    for (role, unit), workers in sorted(desk.cast.known.items()):
        if role == Role.MEDIATOR:
            for worker in workers:
                file(desk, batch, keeper, worker, unit)
    batch.save()


def file(desk: Desk, batch: Batch, keeper: Worker, worker: Worker, unit: str) -> None:
    """Appointed long ago; trained and appraised in the last year."""
    watch = Watch(desk.rng, desk.days.last)
    who: dict[str, Any] = {"by": keeper.user, "post": keeper.post}
    year, kind = desk.days.last.year, worker.user.mediator_kind or MediatorKind.PART_TIME
    case = batch.open(
        "mediator", unit, at=watch.at(desk.days.of(year - 1)[0]), user=worker.user,
        mediator_kind=kind, origin=Origin.HIRED, qualified=True, since=SINCE, **who,
    )  # fmt: skip
    trained, appraised = desk.days.of(year - 1)[40], desk.days.of(year)[3]
    lesson: dict[str, Any] = {
        "held_on": trained,
        "theme": "skill",
        "hours": desk.rng.choice((2, 4, 8)),
    }
    batch.take(case, "train", at=watch.at(trained), on=trained, **lesson, **who)
    grade = desk.rng.choice((Grade.EXCELLENT, Grade.COMPETENT, Grade.COMPETENT))
    batch.take(
        case, "appraise", at=watch.at(appraised), on=appraised, of_year=year - 1, grade=grade,
        **who,
    )  # fmt: skip


def team(desk: Desk) -> None:
    """A dispute under way with two of the four roles filled."""
    under_way = Case.objects.filter(
        kind="dispute", registry=desk.street.code, state__in=("assigned", "mediating"),
        sensitivity="", offered_to="",
    )  # fmt: skip
    case = under_way.order_by("-pk").first()
    if case:
        members = [
            {"role": code, "user": desk.cast.near(role, case.unit)[0].user} for code, role in TEAM
        ]
        by = desk.cast.near(Role.JUSTICE, desk.street.code)[0].user
        case.take("form_team", by=by, team=members)


def subsidise(desk: Desk) -> None:
    """The batch of last month, some of it called back."""
    keeper = desk.cast.near(Role.JUSTICE, desk.street.code)[0].user
    last = desk.days.last.replace(day=1) - timedelta(days=1)
    period: dict[str, Any] = {"first_day": last.replace(day=1), "last_day": last}
    case = Case.open_new("subsidy", by=keeper, unit=desk.street.code, **period)
    for row in case.part("subsidy_items")[:CALLED]:
        case.take("call_back", by=keeper, item=row.pk, answered=Answered.TRUE, note="演示回访")
