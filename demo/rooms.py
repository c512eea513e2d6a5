"""Rooms and a lawyer that can be booked, and who sits in the street's committee."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.timezone import make_aware

from lawgov.bookings import taking
from lawgov.bookings.models import Kind, Resource
from lawgov.organisations import rosters
from lawgov.organisations.models import Capacity, Organisation
from lawgov.organisations.models import Kind as Body
from lawgov.people.models import Role

from .bodies import FOUNDED
from .disputes import Desk

DAYS_AHEAD = 7


def furnish(desk: Desk) -> None:
    street = desk.street.code
    keeper = desk.cast.near(Role.JUSTICE, street)[0].user
    Resource.objects.create(
        kind=Kind.ROOM, name="街道调解室", unit=street, place="一楼", seats=12, since=FOUNDED
    )
    lawyer = Resource.objects.create(
        kind=Kind.LAWYER, name="值班律师", unit=street, place="一楼大厅", since=FOUNDED
    )
    for ahead in range(1, DAYS_AHEAD):
        day = timezone.localdate() + timedelta(days=ahead)
        first, last = (make_aware(datetime.combine(day, time(hour))) for hour in (9, 12))
        taking.open_slot(lawyer, by=keeper, starts=first, ends=last)
    committee = Organisation.objects.get(kind=Body.MEDIATION_COMMITTEE, unit=street)
    seats = ((Capacity.HEAD, Role.JUSTICE), (Capacity.MEDIATOR, Role.MEDIATOR))
    for capacity, role in seats:
        user = desk.cast.near(role, street)[0].user
        rosters.join(committee, by=keeper, user=user, capacity=capacity, since=FOUNDED)
