"""The demo as a whole: three streets, once."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from django.conf import settings
from django.db import connection, transaction

from lawgov.people.models import User
from lawgov.units import imports

from . import (
    bodies,
    disputes,
    enforcement_cases,
    enforcement_checks,
    enforcement_files,
    enforcement_officers,
    enforcement_patrols,
    enforcement_penalties,
    enforcement_publicity,
    enforcement_recordings,
    given,
    mediation_casebook,
    mediation_doors,
    mediation_linkage,
    mediation_mediators,
    mediation_petitions,
    mediation_platform,
    mediation_proper,
    mediation_psych,
    mediation_rounds,
    mediation_service,
    people,
    recent,
    rooms,
    screening,
)
from .days import Days
from .plans import STREETS, Street

ONE_AT_A_TIME = 0x64656D6F  # the key of the lock under which the demo is loaded
UNITS = settings.BASE / "fixtures" / "units"


def load(now: datetime, say: Callable[[str], None]) -> bool:
    """Everything or nothing; whether anything had to be done."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        if loaded():
            return False
        people.enter_administrators()
        days = Days(now)
        for street in STREETS:
            say(f"{street.code} {fill(street, days)}")
    return True


def loaded() -> bool:
    return User.objects.filter(username=next(iter(people.ADMINISTRATORS))).exists()


def fill(street: Street, days: Days) -> str:
    rng = Random(street.code)
    imports.load(UNITS / f"{street.code}.csv")
    bodies.found(street)
    people.enter(street)
    enforcement_officers.enter(street)
    cast = people.Cast(street)
    enforcement_officers.enlist(street, cast, days)
    enforcement_publicity.announce(street, cast, days)
    screening.screen(street, cast, days, rng)
    mediation_rounds.deploy(street, cast, days)
    desk = disputes.Desk(street, cast, days, rng)
    disputes.handle(desk)
    recent.go_on(desk)
    desk.batch.save()
    given.give(desk)
    mediation_proper.sign(desk)
    mediation_linkage.join(desk)
    rooms.furnish(desk)
    mediation_service.serve(street, cast, days)
    mediation_doors.receive(street, cast, days)
    mediation_platform.furnish(desk)
    mediation_mediators.enter(desk)
    mediation_petitions.receive(street, cast, days)
    mediation_psych.care(street, cast, days)
    mediation_casebook.bind(street, cast, days)
    enforcement_patrols.patrol(street, cast, days)
    enforcement_checks.check(street, cast, days)
    enforcement_cases.handle(street, cast, days)
    enforcement_penalties.handle(street, cast, days)
    enforcement_publicity.publish(street, cast, days)
    enforcement_recordings.record(street, cast)
    enforcement_files.handle(street, cast, days)
    return f"纠纷 {len(desk.batch.opened):,} 件，办理记录 {len(desk.batch.moves):,} 条"
